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

/** When a server's own line begins and ends, in seconds. */
export type ServerLife = { readonly first: number; readonly last: number };

/**
 * The phases of each server's life on the run's clock, as its stages tell them:
 *
 *     first sample | ready | first stage ... one user ... highest level ... last stage | after | last sample
 *
 * Servers that lived at the same time have their names in it, and what both did idle is left out.
 */
export function phaseSpans(context: ReportContext, lives: ReadonlyMap<string, ServerLife>): ChartSpan[] {
  const spans = loadSpans(context);
  const areApart = !hasOverlap([...lives.values()]);
  return context.result.targets
    .flatMap(({ name }): ChartSpan[] => {
      const own = spans.filter(({ stage }) => stage.target === name);
      const busy = busyPhases(context, own);
      if (!areApart) return busy.map((span) => ({ ...span, text: `${name}: ${span.text}` }));
      return [...busy, ...idlePhases(context, own, lives.get(name))];
    })
    .sort((one, other) => one.from - other.from);
}

function hasOverlap(lives: readonly ServerLife[]): boolean {
  return lives.some((one, index) =>
    lives.some((other, place) => place > index && one.first < other.last && other.first < one.last),
  );
}

function busyPhases({ catalogue }: ReportContext, own: readonly StageLoadSpan[]): ChartSpan[] {
  const { phases } = catalogue.chart;
  const oneUser = own.find(({ stage }) => stage.load.loop === 'closed' && stage.load.users === 1);
  const highest = own.reduce<StageLoadSpan | null>(
    (best, span) =>
      best === null || loadNumber(span.stage.load) > loadNumber(best.stage.load) ? span : best,
    null,
  );
  return [
    ...(oneUser === undefined ? [] : [{ from: oneUser.from, to: oneUser.to, text: phases.inference }]),
    ...(highest === null || highest === oneUser
      ? []
      : [{ from: highest.from, to: highest.to, text: phases.peak }]),
  ];
}

function idlePhases(
  { catalogue }: ReportContext,
  own: readonly StageLoadSpan[],
  life: ServerLife | undefined,
): ChartSpan[] {
  const { phases } = catalogue.chart;
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || life === undefined) return [];
  return [
    ...(life.first < first.from ? [{ from: life.first, to: first.from, text: phases.loaded }] : []),
    ...(life.last > last.to ? [{ from: last.to, to: life.last, text: phases.after }] : []),
  ];
}
