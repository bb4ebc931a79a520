import {
  type Distribution,
  type Distributions,
  derived,
  type Figure,
  type LatencyName,
  type Metrics,
  measured,
  type Stage,
} from '@kneepoint/core';
import { type StatedFigures, statedDistribution } from './distributions.ts';
import { type StageFigure, stageFigures } from './stage-facts.ts';

const otherUnits: Partial<Readonly<Record<StageFigure, string>>> = {
  requestThroughput: 'req/s',
  errorRate: 'share',
};
/** The unit of a stage's figure. */
export const figureUnit = (name: StageFigure): string => otherUnits[name] ?? 'tok/s';

/** Values of a stage's figures; those that are not known are `null` or missing. */
export type FigureValues = Partial<Readonly<Record<StageFigure, number | null>>>;
type Figures = Partial<Readonly<Record<StageFigure, Figure>>>;

const figuresBy = (make: (unit: string, value: number) => Figure, values: FigureValues): Figures =>
  Object.fromEntries(
    stageFigures.flatMap((name) => {
      const value = values[name] ?? null;
      return value === null ? [] : [[name, make(figureUnit(name), value)]];
    }),
  );

/** Figures that a tool states; those that it does not are left out. */
export const statedFigures = (values: FigureValues): Figures => figuresBy(measured, values);
/** Figures that follow from others of the source. */
export const derivedFigures = (values: FigureValues): Figures => figuresBy(derived, values);

/** One latency as a source states it, in the source's own name for notes. */
export type StatedLatency = { readonly name: LatencyName; readonly called: string } & Omit<
  StatedFigures,
  'kind'
>;

/** The latencies that a tool states, and what could not be kept of them. Those without any figure are left out. */
export function statedLatencies(stated: readonly StatedLatency[]): {
  readonly latencies: Partial<Distributions>;
  readonly notes: readonly string[];
} {
  const latencies: Partial<Record<LatencyName, Distribution>> = {};
  const notes: string[] = [];
  for (const { name, called, ...figures } of stated) {
    // Of no sample tools print zeros.
    if (figures.count === 0) continue;
    const values = [figures.mean, figures.min, figures.max, ...Object.values(figures.percentiles ?? {})];
    if (values.every((value) => value === null || value === undefined)) continue;
    const { distribution, left } = statedDistribution({ kind: 'measured', ...figures });
    latencies[name] = distribution;
    if (left.length > 0) {
      const of =
        figures.count === null ? 'their number of samples is not said' : `of ${figures.count} samples`;
      notes.push(`${called}: ${left.join(', ')} left out, too few samples for it (${of})`);
    }
  }
  return { latencies, notes };
}

/**
 * The time-weighted mean of requests in flight by Little's law: the sum of all end-to-end times over the run's length.
 * `null` where some request failed, whose time is in no mean.
 */
export function concurrencyByLittle(run: {
  readonly e2eMeanMicros: number | null;
  readonly completed: number | null;
  readonly failed: number | null;
  readonly durationSeconds: number | null;
}): number | null {
  const { e2eMeanMicros, completed, failed, durationSeconds } = run;
  if (e2eMeanMicros === null || completed === null || failed !== 0) return null;
  if (durationSeconds === null || durationSeconds <= 0) return null;
  return (e2eMeanMicros * completed) / (durationSeconds * 1e6);
}

/** What follows from the other figures of a stage: speed while decoding, throughput per user, and the share of errors. */
export function followingFigures(known: {
  readonly outputThroughput: number | null;
  readonly concurrencyMean: number | null;
  readonly tpotMeanMicros: number | null;
  readonly completed: number | null;
  readonly failed: number | null;
}): Figures {
  const { outputThroughput, concurrencyMean, tpotMeanMicros, completed, failed } = known;
  const perUser =
    outputThroughput === null || concurrencyMean === null || concurrencyMean <= 0
      ? null
      : outputThroughput / concurrencyMean;
  const ended = completed === null || failed === null ? 0 : completed + failed;
  return derivedFigures({
    throughputPerUser: perUser,
    decodeSpeed: tpotMeanMicros === null || tpotMeanMicros <= 0 ? null : 1e6 / tpotMeanMicros,
    errorRate: ended === 0 || failed === null ? null : failed / ended,
  });
}

/** The mean of requests in flight as a figure: stated by the tool, or derived. */
export function concurrencyOf(
  value: number | null,
  make: typeof measured | typeof derived,
): Partial<Metrics['concurrency']> {
  return value === null ? {} : { mean: make('requests', value) };
}

/** Numbers of requests of a closed loop of which every request is accounted for; `null` where one is not. */
export function closedLoopCounts(
  planned: number | null,
  completed: number | null,
  failed: number | null,
): Stage['counts'] {
  if (planned === null || completed === null || failed === null || completed + failed !== planned)
    return null;
  return { planned, dispatched: planned, dropped: 0, late: 0, completed, failed, cut: 0 };
}
