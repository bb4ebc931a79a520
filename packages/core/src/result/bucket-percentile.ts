import type { ServerHistogram } from '../measurement/server-histogram.ts';
import { requiredSamples } from '../statistics/required-samples.ts';

const microsPerSecond = 1e6;

/** A percentile as buckets can tell it, in microseconds. `estimate` is unknown where a border is missing. */
export type BucketPercentile = {
  readonly estimate: number | null;
  /** The true value lies between these borders; `high` is `null` above the last finite one. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
};

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
