import { type LatencyHistogram, valueOfBucket } from '../measurement/latency-histogram.ts';

/** Different values, ascending, with how often each occurred: a sample of any size in the room of its distinct values. */
export type WeightedValues = {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Sum of the weights. */
  readonly count: number;
};

/** The filled buckets of histograms, added up; a value is the middle of its bucket, within 0.05 %. */
export function weightedValues(histograms: readonly LatencyHistogram[]): WeightedValues {
  const length = Math.max(0, ...histograms.map(({ buckets }) => buckets.length));
  const values: number[] = [];
  const weights: number[] = [];
  for (let bucket = 0; bucket < length; bucket++) {
    let weight = 0;
    for (const { buckets } of histograms) weight += buckets[bucket] ?? 0;
    if (weight === 0) continue;
    values.push(valueOfBucket(bucket));
    weights.push(weight);
  }
  return fromAscending(values, weights);
}

/** Plain values; equal ones are one value of their number's weight. */
export function weightedFromValues(plain: readonly number[]): WeightedValues {
  const values: number[] = [];
  const weights: number[] = [];
  for (const value of [...plain].sort((one, other) => one - other)) {
    if (values.at(-1) === value) weights[weights.length - 1] = (weights.at(-1) ?? 0) + 1;
    else {
      values.push(value);
      weights.push(1);
    }
  }
  return fromAscending(values, weights);
}

/** The same sample with 1,000,000 / value in place of each value: times per token in microseconds become speeds per second. */
export function perSecond({ values, weights, count }: WeightedValues): WeightedValues {
  return {
    values: values.map((value) => 1_000_000 / Math.max(value, 1)).reverse(),
    weights: weights.toReversed(),
    count,
  };
}

/** The mean; `null` of nothing. */
export function weightedMean({ values, weights, count }: WeightedValues): number | null {
  if (count === 0) return null;
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / count;
}

/** The variance of the sample (n - 1); `null` with fewer than two values. */
export function weightedVariance(sample: WeightedValues): number | null {
  const mean = weightedMean(sample);
  if (mean === null || sample.count < 2) return null;
  const squares = sample.values.reduce(
    (sum, value, index) => sum + (value - mean) ** 2 * (sample.weights[index] ?? 0),
    0,
  );
  return squares / (sample.count - 1);
}

/** Weights summed from the first value on: the rank of the last occurrence of each value. */
export function cumulativeWeights({ weights }: WeightedValues): Float64Array {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

function fromAscending(values: readonly number[], weights: readonly number[]): WeightedValues {
  return {
    values: Float64Array.from(values),
    weights: Float64Array.from(weights),
    count: weights.reduce((sum, weight) => sum + weight, 0),
  };
}
