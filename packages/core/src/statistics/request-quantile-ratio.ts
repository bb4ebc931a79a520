import type { Random } from '../random/create-random.ts';
import { valueAtShare } from './bca-interval.ts';
import type { RatioInterval } from './bootstrap-ratio.ts';
import { intervalConfidence } from './confidence.ts';
import { randomGamma } from './random-draws.ts';
import type { RequestSamples } from './request-ratio.ts';
import { requiredSamples } from './required-samples.ts';
import { cumulativeWeights, type WeightedValues } from './weighted-values.ts';

const resamples = 2000;
/** A bucket of the histograms is at most this wide, as a share of its values; a percentile is no more exact than that. */
const resolution = 2 ** -10;

/**
 * The ratio of a percentile of two targets over single requests with its 95 % bootstrap interval. The percentile of a
 * resample need not be drawn request by request: it is the value below which a share of the requests lies that
 * follows Beta(r, n - r + 1), r = ceil(p n), the r-th smallest of n uniform numbers. Plain percentiles of the resamples,
 * because BCa's acceleration is not defined for a quantile, and wider by a bucket at either end. `null` where a side has
 * fewer requests than the percentile needs.
 */
export function requestQuantileRatio(
  samples: RequestSamples,
  percentile: number,
  random: Random,
): RatioInterval | null {
  const least = requiredSamples(percentile);
  if (Math.min(samples.baseline.count, samples.candidate.count) < least) return null;
  const ratio = quantileAt(samples.candidate, percentile) / quantileAt(samples.baseline, percentile);
  if (!(ratio > 0) || !Number.isFinite(ratio)) return null;
  const candidates = resampledQuantiles(samples.candidate, percentile, random.fork('candidate'));
  const ratios = resampledQuantiles(samples.baseline, percentile, random.fork('baseline')).map(
    (value, index) => (candidates[index] ?? 0) / Math.max(value, 1),
  );
  ratios.sort();
  const tail = (1 - intervalConfidence) / 2;
  return {
    ratio,
    low: Math.min(ratio, valueAtShare(ratios, tail)) * (1 - resolution),
    high: Math.max(ratio, valueAtShare(ratios, 1 - tail)) * (1 + resolution),
    method: 'percentile-bootstrap',
    degrees: null,
  };
}

function resampledQuantiles(sample: WeightedValues, percentile: number, random: Random): Float64Array {
  const ranks = cumulativeWeights(sample);
  const rank = Math.ceil(percentile * sample.count - 1e-9);
  const quantiles = new Float64Array(resamples);
  for (let index = 0; index < resamples; index++) {
    const below = randomGamma(rank, random);
    const above = randomGamma(sample.count - rank + 1, random);
    quantiles[index] = valueAtRank(sample, ranks, Math.ceil((below / (below + above)) * sample.count));
  }
  return quantiles;
}

function quantileAt(sample: WeightedValues, percentile: number): number {
  return valueAtRank(sample, cumulativeWeights(sample), Math.ceil(percentile * sample.count - 1e-9));
}

/** The value whose cumulated weight reaches the rank, by halving. */
function valueAtRank({ values }: WeightedValues, ranks: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranks[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return values[low] ?? 0;
}
