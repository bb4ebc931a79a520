import { type LatencyName, requiredSamples } from '@kneepoint/core';
import type { TargetLevel } from '../model/level.ts';
import { type HistogramBuckets, readHistogram } from './read-histogram.ts';
import type { StripQuantiles } from './row-chart.ts';

/** Ten percent from either end: the least that a strip needs. */
const outer = 0.9;
const last = 0.99;

/**
 * Quantiles of a latency over all requests of the repeats in use, in microseconds: their histograms are added, which is
 * exact. `null` where a repeat kept no histogram, or there are too few requests for p10 and p90.
 */
export function levelQuantiles(level: TargetLevel, latency: LatencyName): StripQuantiles | null {
  const histograms: HistogramBuckets[] = [];
  for (const stage of level.used) {
    const { histogram } = stage.metrics[latency];
    const buckets = histogram === null ? null : readHistogram(histogram);
    if (buckets === null) return null;
    histograms.push(buckets);
  }
  const merged = histograms.flat().sort((one, other) => one.value - other.value);
  const count = merged.reduce((sum, bucket) => sum + bucket.count, 0);
  if (count < requiredSamples(outer)) return null;
  const ends = level.used.map((stage) => stage.metrics[latency]);
  const min = Math.min(...ends.flatMap((own) => own.min ?? []));
  const max = Math.max(...ends.flatMap((own) => own.max ?? []));
  const at = (share: number): number =>
    Math.min(max, Math.max(min, valueAt(merged, Math.max(1, Math.ceil(share * count - 1e-9)))));
  return {
    min,
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(outer),
    p99: count < requiredSamples(last) ? null : at(last),
    max,
  };
}

/** The value of the `rank`-th smallest, from 1. */
function valueAt(buckets: HistogramBuckets, rank: number): number {
  let seen = 0;
  for (const { value, count } of buckets) {
    seen += count;
    if (seen >= rank) return value;
  }
  return buckets.at(-1)?.value ?? 0;
}
