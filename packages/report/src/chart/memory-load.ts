import type { Stage } from '@kneepoint/core';
import { loadNumber } from '../model/load-level.ts';
import type { ReportContext } from '../model/report-context.ts';
import type { ChartGround, ChartSpan } from './line-chart.ts';

const microsPerSecond = 1_000_000;

/** When a stage ran and how many requests it kept in flight. */
export type StageLoadSpan = {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
  readonly inFlight: number;
};

/** The stages whose place on the run's clock is known, in seconds, in the order in which they ran. */
export function loadSpans({ result }: ReportContext): StageLoadSpan[] {
  return result.stages
    .flatMap((stage) => {
      const { whole } = stage.window;
      if (whole === null) return [];
      const inFlight =
        stage.load.loop === 'closed' ? stage.load.users : (stage.metrics.concurrency.mean.value ?? 0);
      return [{ stage, from: whole.start / microsPerSecond, to: whole.end / microsPerSecond, inFlight }];
    })
    .sort((one, other) => one.from - other.from);
}

/** The load as ground behind the lines: as high as its share of the heaviest. */
export function loadGround({ catalogue }: ReportContext, spans: readonly StageLoadSpan[]): ChartGround[] {
  const heaviest = Math.max(1, ...spans.map((span) => span.inFlight));
  return spans.map(({ from, to, inFlight }) => ({
    from,
    to,
    height: inFlight / heaviest,
    text: catalogue.formats.count(Math.round(inFlight)),
  }));
}

type ServerLife = { readonly first: number; readonly last: number };

/**
 * The phases of each server's life on the run's clock, as its stages tell them:
 *
 *     first sample | ready | first stage ... one user ... highest level ... last stage | after | last sample
 */
export function phaseSpans(context: ReportContext, lives: ReadonlyMap<string, ServerLife>): ChartSpan[] {
  const { phases } = context.catalogue.chart;
  const spans = loadSpans(context);
  return context.result.targets
    .flatMap(({ name }): ChartSpan[] => {
      const own = spans.filter(({ stage }) => stage.target === name);
      const [first] = own;
      const last = own.at(-1);
      if (first === undefined || last === undefined) return [];
      const life = lives.get(name) ?? { first: first.from, last: last.to };
      const oneUser = own.find(({ stage }) => stage.load.loop === 'closed' && stage.load.users === 1);
      const highest = own.reduce((best, span) =>
        loadNumber(span.stage.load) > loadNumber(best.stage.load) ? span : best,
      );
      return [
        ...(life.first < first.from ? [{ from: life.first, to: first.from, text: phases.loaded }] : []),
        ...(oneUser === undefined ? [] : [{ from: oneUser.from, to: oneUser.to, text: phases.inference }]),
        ...(highest === oneUser ? [] : [{ from: highest.from, to: highest.to, text: phases.peak }]),
        ...(life.last > last.to ? [{ from: last.to, to: life.last, text: phases.after }] : []),
      ];
    })
    .sort((one, other) => one.from - other.from);
}
