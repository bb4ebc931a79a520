import type { LatencyName, PercentileName } from '@kneepoint/core';
import type { Named } from '../catalogue/statement-parts.ts';
import { repeatedPercentile, stagePercentile } from '../model/level.ts';
import { heaviestUsable, type ReportContext, usersOf } from '../model/report-context.ts';
import { type ShownTarget, shownTargets, userLevels } from './chart-series.ts';
import { describeLines, pointLegend } from './describe-chart.ts';
import { type ChartLine, type ChartPoint, type LineChart, linesAlone, mostLines } from './line-chart.ts';
import { scaleKindFor } from './scale.ts';

/** Which latency a chart is about, and its words. */
export type LatencyQuestion = {
  readonly latency: LatencyName;
  readonly axis: string;
  readonly title: (users: number, percentile: string, values: readonly Named[]) => string;
};

type DrawnPercentile = Extract<PercentileName, 'p50' | 'p99'>;

/** p50 and p99 against users in microseconds; `null` where no line has two points. */
export function latencyLines(context: ReportContext, question: LatencyQuestion): LineChart | null {
  const { chart, formats } = context.catalogue;
  const { shown, hidden } = shownTargets(context);
  const both: readonly DrawnPercentile[] = shown.length * 2 <= mostLines ? ['p50', 'p99'] : ['p50'];
  const all = shown.flatMap((target) =>
    both.map((percentile) => lineOf(context, question, { ...target, percentile })),
  );
  const lines = all.filter((line) => line.points.length > 0);
  if (!lines.some((line) => line.points.length > 1)) return null;
  const yScale = scaleKindFor(lines.flatMap((line) => line.points.map((point) => point.y)));
  const numbers = { formatX: formats.count, formatY: (micros: number) => formats.requests(micros / 1000) };
  const levels = Math.max(...shown.map(({ name }) => userLevels(context, name).length));
  return {
    ...linesAlone,
    ...numbers,
    title: titleOf(context, question),
    description: describeLines(lines, { ...numbers, formatY: formats.duration }, context),
    xTitle: chart.axis.users,
    yTitle: yScale === 'log' ? chart.axis.logarithmic(question.axis) : question.axis,
    legend: [
      chart.legend.marks,
      lines.some((line) => line.weight === 'thin')
        ? chart.legend.percentiles
        : chart.legend.onePercentile('p50'),
      ...(all.some((line) => line.points.length < levels) ? [chart.legend.leftOut] : []),
      ...pointLegend(lines, context),
      ...(hidden > 0 ? [chart.legend.more(hidden)] : []),
    ],
    yScale,
    xTicks: 'points',
    lines,
  };
}

/** Points of neighbouring levels are joined; a level without the percentile leaves the line open. */
function lineOf(
  context: ReportContext,
  { latency }: LatencyQuestion,
  { name, series, percentile }: ShownTarget & { readonly percentile: DrawnPercentile },
): ChartLine {
  let isJoined = false;
  const points = userLevels(context, name).flatMap(({ users, level }): ChartPoint[] => {
    const found = repeatedPercentile(level, latency, percentile);
    if (found.kind !== 'known') {
      isJoined = false;
      return [];
    }
    const repeats = level.used.flatMap((stage) => {
      const own = stagePercentile(stage, latency, percentile);
      return own.kind === 'known' ? [own.micros] : [];
    });
    const point = {
      x: users,
      y: found.micros,
      low: Math.min(...repeats),
      high: Math.max(...repeats),
      isInvalid: level.verdict === 'invalid',
      isJoined,
      note: null,
    };
    isJoined = true;
    return [point];
  });
  const weight = percentile === 'p50' ? 'thick' : 'thin';
  return { name: `${name} ${percentile}`, series, weight, spread: 'whisker', hasMarks: true, points };
}

/** The heaviest level that can be trusted, by p99 where every target has enough samples for it. */
function titleOf(context: ReportContext, question: LatencyQuestion): string {
  const level = heaviestUsable(context.concurrency);
  const users = level === null ? null : usersOf(level);
  if (level === null || users === null) return question.axis;
  for (const percentile of ['p99', 'p50'] as const) {
    const values = level.targets.flatMap((own) => {
      const found = repeatedPercentile(own, question.latency, percentile);
      return found.kind === 'known' ? [{ target: own.target, value: found.micros }] : [];
    });
    if (values.length === level.targets.length) return question.title(users, percentile, values);
  }
  return question.axis;
}
