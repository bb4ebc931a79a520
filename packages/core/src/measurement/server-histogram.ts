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
    // A sum that the server rounds may seem to fall; times only add up.
    sum: Math.max(0, after.sum - before.sum),
    borders: after.borders,
    cumulative: after.cumulative.map((total, index) => total - (before.cumulative[index] ?? 0)),
  };
}

const microsPerSecond = 1e6;

/** The mean in microseconds: sum over count, exact whatever the buckets; `null` of nothing. */
export function histogramMean(histogram: ServerHistogram): number | null {
  return histogram.count === 0 ? null : (histogram.sum / histogram.count) * microsPerSecond;
}
