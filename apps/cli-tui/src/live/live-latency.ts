import { type CoarseCounts, coarseBucketStart, requiredSamples } from '@kneepoint/core';
import { countOf, percentileBucket } from './coarse-counts.ts';
import type { LiveLatency } from './live-run.ts';

/** Bars of a histogram at most. */
export const mostBars = 32;

/** So small a share of the times at either end shares the outermost bar. */
const strayShare = 0.005;

/**
 * What is shown of a window's times. A percentile is the middle of the bucket that holds its rank, so it is within 3 % of
 * the true one and never outside what was observed. The median is there from the first time on; p95 and p99 are `null`
 * before there are as many times as a result would ask for.
 */
export function liveLatency(counts: CoarseCounts): LiveLatency {
  const count = countOf(counts);
  const tail = (share: number): number | null =>
    count < requiredSamples(share) ? null : middleOf(percentileBucket(counts, share));
  return {
    count,
    p50: middleOf(percentileBucket(counts, 0.5)),
    p95: tail(0.95),
    p99: tail(0.99),
    bars: barsOf(counts),
  };
}

const middleOf = (bucket: number | null): number | null =>
  bucket === null ? null : (coarseBucketStart(bucket) + coarseBucketStart(bucket + 1)) / 2;

/**
 * Neighbouring buckets put together, 1, 2, 4, ... at a time until they are few enough. Bars begin at multiples of that
 * number, whatever was observed: so they stand still from one picture to the next. Empty ones between others are there.
 * The outermost bars reach as far as anything was observed: a few stray times do not squeeze the rest into one bar.
 */
function barsOf(counts: CoarseCounts): LiveLatency['bars'] {
  const [first] = counts;
  const last = counts.at(-2);
  if (first === undefined || last === undefined) return [];
  const low = percentileBucket(counts, strayShare) ?? first;
  const high = percentileBucket(counts, 1 - strayShare) ?? last;
  let each = 1;
  while (Math.floor(high / each) - Math.floor(low / each) >= mostBars) each *= 2;
  const start = Math.floor(low / each);
  const totals = Array.from({ length: Math.floor(high / each) - start + 1 }, () => 0);
  for (let at = 0; at < counts.length; at += 2) {
    const bar = Math.floor((counts[at] ?? 0) / each) - start;
    const within = Math.min(totals.length - 1, Math.max(0, bar));
    totals[within] = (totals[within] ?? 0) + (counts[at + 1] ?? 0);
  }
  return totals.map((count, bar) => ({
    from: coarseBucketStart(Math.min(bar === 0 ? first : Number.POSITIVE_INFINITY, (start + bar) * each)),
    to: coarseBucketStart(Math.max(bar === totals.length - 1 ? last + 1 : 0, (start + bar + 1) * each)),
    count,
  }));
}
