import { requiredSamples } from '../statistics/required-samples.ts';
import type { MetricSample } from './prometheus-text.ts';

/** A Prometheus histogram, summed over its labels. Borders and sum are in the metric's unit, seconds for latencies. */
export type ServerHistogram = {
  readonly count: number;
  readonly sum: number;
  /** Upper borders, ascending, the last one infinite. */
  readonly borders: readonly number[];
  /** Observations at or below each border. */
  readonly cumulative: readonly number[];
};

/** A percentile as buckets can tell it, in microseconds. `estimate` is unknown where a border is missing. */
export type BucketPercentile = {
  readonly estimate: number | null;
  /** The true value lies between these borders; `high` is `null` above the last finite one. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
};

/** The histogram of a family, summed over all its label sets; `null` when the server does not have it (yet). */
export function histogramOf(samples: readonly MetricSample[], family: string): ServerHistogram | null {
  const totals = new Map<number, number>();
  let sum = 0;
  let count: number | null = null;
  for (const { name, labels, value } of samples) {
    if (name === `${family}_sum`) sum += value;
    else if (name === `${family}_count`) count = (count ?? 0) + value;
    else if (name === `${family}_bucket`) {
      const border = Number(labels['le']?.replace('+Inf', 'Infinity'));
      if (!Number.isNaN(border)) totals.set(border, (totals.get(border) ?? 0) + value);
    }
  }
  if (count === null) return null;
  const borders = [...totals.keys()].sort((left, right) => left - right);
  return { count, sum, borders, cumulative: borders.map((border) => totals.get(border) ?? 0) };
}

/**
 * What was observed between two readings; `null` where it cannot be told: no histogram afterwards, fewer observations
 * than before (the server was restarted) or other borders. A histogram that was not there before counts from nothing.
 */
export function histogramGrowth(
  before: ServerHistogram | null,
  after: ServerHistogram | null,
): ServerHistogram | null {
  if (before === null || after === null) return after;
  const sameBorders =
    before.borders.length === after.borders.length &&
    before.borders.every((border, index) => border === after.borders[index]);
  if (!sameBorders || after.count < before.count) return null;
  return {
    count: after.count - before.count,
    sum: after.sum - before.sum,
    borders: after.borders,
    cumulative: after.cumulative.map((total, index) => total - (before.cumulative[index] ?? 0)),
  };
}

const microsPerSecond = 1e6;

/** The mean in microseconds: sum over count, exact whatever the buckets; `null` of nothing. */
export function histogramMean(histogram: ServerHistogram): number | null {
  return histogram.count === 0 ? null : (histogram.sum / histogram.count) * microsPerSecond;
}

/**
 * A percentile (a share, 0.99) by linear interpolation in its bucket, whose borders bound it. Two buckets give bounds
 * alone: the last one has no upper border, and in the first one nothing says how far above 0 its values lie (SGLang's
 * first bucket of the time to first token ends at 100 ms). Too few observations give nothing, as everywhere.
 */
export function bucketPercentile(histogram: ServerHistogram, share: number): BucketPercentile {
  const needed = requiredSamples(share);
  if (histogram.count < needed) return unknownPercentile(`too few samples: ${histogram.count} of ${needed}`);
  const rank = share * histogram.count;
  const index = histogram.cumulative.findIndex((total) => total >= rank);
  const border = histogram.borders[index];
  if (border === undefined) return unknownPercentile('the server has no buckets');
  const lower = (histogram.borders[index - 1] ?? 0) * microsPerSecond;
  if (border === Number.POSITIVE_INFINITY) {
    const reason = `above the largest bucket border of the server, ${lower / 1000} ms`;
    return { estimate: null, low: Math.round(lower), high: null, reason };
  }
  const upper = border * microsPerSecond;
  const bounds = { low: Math.round(lower), high: Math.round(upper) };
  if (index === 0) {
    const reason = `below the smallest bucket border of the server, ${Number((upper / 1000).toPrecision(6))} ms`;
    return { estimate: null, ...bounds, reason };
  }
  const below = histogram.cumulative[index - 1] ?? 0;
  const inside = (histogram.cumulative[index] ?? below) - below;
  const estimate = lower + ((rank - below) / inside) * (upper - lower);
  return { estimate: Math.round(estimate), ...bounds, reason: null };
}

/** A percentile of which nothing is known. */
export const unknownPercentile = (reason: string): BucketPercentile => ({
  estimate: null,
  low: null,
  high: null,
  reason,
});
