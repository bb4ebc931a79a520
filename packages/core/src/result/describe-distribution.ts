import { encodeHistogram } from '../measurement/encode-histogram.ts';
import type { LatencyHistogram } from '../measurement/latency-histogram.ts';
import { certifiedRank } from '../statistics/certified-rank.ts';
import { requiredSamples } from '../statistics/required-samples.ts';
import type { Distribution } from './figure-schema.ts';
import { type PercentileName, percentileNames } from './percentile-names.ts';

const quantiles: Readonly<Record<PercentileName, number>> = {
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
  p999: 0.999,
};

/**
 * A histogram as the result file shows it. A percentile with too few samples is `null` with the reason; beside each one
 * stands its certified bound. `emptyReason` says why there is nothing, when there is nothing.
 */
export function describeDistribution(histogram: LatencyHistogram, emptyReason: string): Distribution {
  const values = {} as Record<PercentileName, number | null>;
  const certified = {} as Record<PercentileName, number | null>;
  const reasons: Record<string, string> = {};
  for (const name of percentileNames) {
    const needed = requiredSamples(quantiles[name]);
    const enough = histogram.count >= needed;
    values[name] = enough ? histogram.valueAtQuantile(quantiles[name]) : null;
    if (!enough && histogram.count > 0) reasons[name] = `too few samples: ${histogram.count} of ${needed}`;
    const rank = certifiedRank(histogram.count, quantiles[name]);
    certified[name] = rank === null ? null : histogram.valueAtRank(rank);
  }
  const empty = histogram.count === 0;
  if (empty) reasons['all'] = emptyReason;
  return {
    kind: empty ? 'unknown' : 'measured',
    unit: 'us',
    count: histogram.count,
    mean: histogram.mean,
    min: empty ? null : histogram.min,
    max: empty ? null : histogram.max,
    ...values,
    certified,
    reasons,
    histogram: encodeHistogram(histogram),
  };
}
