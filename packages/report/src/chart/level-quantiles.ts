import { decodeHistogram, LatencyHistogram, type LatencyName, requiredSamples } from '@kneepoint/core';
import type { TargetLevel } from '../model/level.ts';
import type { StripQuantiles } from './row-chart.ts';

/** Ten percent from either end: the least that a strip needs. */
const outer = 0.9;
const last = 0.99;

/**
 * Quantiles of a latency over all requests of the repeats in use, in microseconds: their histograms are added, which is
 * exact. `null` where a repeat kept no histogram, or there are too few requests for p10 and p90.
 */
export function levelQuantiles(level: TargetLevel, latency: LatencyName): StripQuantiles | null {
  const all = new LatencyHistogram();
  for (const stage of level.used) {
    const { histogram } = stage.metrics[latency];
    const own = histogram === null ? null : decodeHistogram(histogram);
    if (own === null) return null;
    all.merge(own);
  }
  if (all.count < requiredSamples(outer)) return null;
  // Buckets are a thousandth wide; the least and the greatest stand in the result as they were.
  const ends = level.used.map((stage) => stage.metrics[latency]);
  const min = Math.min(...ends.flatMap((own) => own.min ?? []));
  const max = Math.max(...ends.flatMap((own) => own.max ?? []));
  const at = (share: number): number => Math.min(max, Math.max(min, all.valueAtQuantile(share) ?? min));
  return {
    min,
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(outer),
    p99: all.count < requiredSamples(last) ? null : at(last),
    max,
  };
}
