import { uslThroughput } from '@kneepoint/core';
import type { ReportContext } from '../model/report-context.ts';
import { misfitError } from '../sections/scaling-fit.ts';
import type { ShownTarget } from './chart-series.ts';
import type { ChartCrossing, ChartCurve } from './line-chart.ts';

const curveSteps = 48;

/** The fitted law of each target over the levels that it was fitted to, which are those that are not invalid; one that misses them is not drawn. */
export function fittedCurves({ result }: ReportContext, shown: readonly ShownTarget[]): ChartCurve[] {
  return shown.flatMap(({ name, series }): ChartCurve[] => {
    const scaling = result.analysis.scaling.find((own) => own.target === name);
    const fit = scaling?.usl ?? null;
    const users =
      scaling?.points.filter(({ trust }) => trust !== 'invalid').map((point) => point.users) ?? [];
    if (fit === null || fit.relativeError >= misfitError || users.length < 2) return [];
    const law = { lambda: fit.lambda.value, sigma: fit.sigma.value, kappa: fit.kappa.value };
    const [from, to] = [Math.min(...users), Math.max(...users)];
    const points = Array.from({ length: curveSteps + 1 }, (_, step) => {
      const x = from + (step / curveSteps) * (to - from);
      return { x, y: uslThroughput(x, law) };
    });
    return [{ series, points }];
  });
}

/** Where the throughput of two shown targets crosses; named where there are more than two. */
export function crossingsOf(
  { result, catalogue }: ReportContext,
  shown: readonly ShownTarget[],
): ChartCrossing[] {
  const names = new Set(shown.map(({ name }) => name));
  return result.analysis.crossovers.flatMap(({ metric, kind, users, interval, baseline, candidate }) => {
    if (metric !== 'outputThroughput' || kind !== 'crosses' || users === null) return [];
    if (!names.has(baseline) || !names.has(candidate)) return [];
    const words = catalogue.chart.crossover(users, interval);
    const text = names.size > 2 ? `${baseline} × ${candidate}: ${words}` : words;
    return [{ x: users, low: interval?.low ?? null, high: interval?.high ?? null, text }];
  });
}
