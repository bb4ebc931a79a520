import { decodeHistogram } from '../../measurement/decode-histogram.ts';
import type { LatencyName } from '../../result/figure-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { type WeightedValues, weightedValues } from '../../statistics/weighted-values.ts';

/** A latency of all requests of some stages, from their histograms; `null` where one of them has none. */
export function requestsOf(stages: readonly Stage[], latency: LatencyName): WeightedValues | null {
  const histograms = stages.map((stage) => stage.metrics[latency].histogram);
  const decoded = histograms.flatMap((text) => (text === null ? [] : (decodeHistogram(text) ?? [])));
  return decoded.length === 0 || decoded.length < stages.length ? null : weightedValues(decoded);
}
