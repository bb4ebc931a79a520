import { expect, test } from 'vitest';
import { LatencyHistogram } from '../measurement/latency-histogram.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { intervalProbability } from './interval-probability.ts';
import { randomNormal } from './random-draws.ts';
import { requestQuantileRatio } from './request-quantile-ratio.ts';
import { requestMeanRatio } from './request-ratio.ts';
import { excludesOne } from './testing/lognormal-repeats.ts';
import { perSecond, weightedFromValues, weightedMean, weightedValues } from './weighted-values.ts';

/** Latencies of requests, lognormal, in microseconds, through the buckets of a histogram. */
function latencies(random: Random, count: number, median: number) {
  const histogram = new LatencyHistogram();
  for (let request = 0; request < count; request++)
    histogram.record(median * Math.exp(0.4 * randomNormal(random)));
  return weightedValues([histogram]);
}

/** The share of comparisons of equal targets in which the interval excludes 1. */
function falseWinners(count: number, compare: 'mean' | 'p50' | 'p99', trials = 100): number {
  const random = createRandom(BigInt(count));
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const samples = {
      baseline: latencies(random, count, 50_000),
      candidate: latencies(random, count, 50_000),
    };
    const interval =
      compare === 'mean'
        ? requestMeanRatio(samples, random.fork(trial))
        : requestQuantileRatio(samples, compare === 'p50' ? 0.5 : 0.99, random.fork(trial));
    if (excludesOne(interval)) found += 1;
  }
  return found / trials;
}

test.each([
  { count: 5, compare: 'mean' as const },
  { count: 60, compare: 'mean' as const },
  { count: 1000, compare: 'mean' as const },
  { count: 60, compare: 'p50' as const },
  { count: 1000, compare: 'p99' as const },
])(
  'of $count independent requests of equal targets the $compare names a winner in few comparisons',
  (row) => {
    const share = falseWinners(row.count, row.compare);
    expect(share).toBeLessThanOrEqual(0.09);
  },
);

test('a hundred thousand requests are compared by their buckets, and a difference of 1 % is seen', () => {
  const random = createRandom(5n);
  const samples = {
    baseline: latencies(random, 100_000, 50_000),
    candidate: latencies(random, 100_000, 50_500),
  };
  const interval = requestMeanRatio(samples, random);
  expect(interval?.low).toBeGreaterThan(1.004);
  expect(interval?.high).toBeLessThan(1.016);
  expect(requestMeanRatio(samples, random)).toEqual(interval);
});

test('equal values on each side are a difference without noise, a percentile one but for its bucket', () => {
  const samples = {
    baseline: weightedFromValues(Array<number>(50).fill(40_000)),
    candidate: weightedFromValues(Array<number>(50).fill(40_010)),
  };
  const interval = requestMeanRatio(samples, createRandom(1n));
  expect(interval).toMatchObject({ low: 40_010 / 40_000, high: 40_010 / 40_000 });
  expect(interval === null ? 1 : intervalProbability(interval)).toBe(0);
  expect(excludesOne(requestQuantileRatio(samples, 0.5, createRandom(1n)))).toBe(false);
});

test('too few requests for a percentile, or one request alone, give no interval', () => {
  const few = weightedFromValues([1000, 1100, 1200]);
  expect(requestQuantileRatio({ baseline: few, candidate: few }, 0.5, createRandom(1n))).toBeNull();
  const one = weightedFromValues([1000]);
  expect(requestMeanRatio({ baseline: one, candidate: few }, createRandom(1n))).toBeNull();
  expect(requestMeanRatio({ baseline: weightedFromValues([]), candidate: few }, createRandom(1n))).toBeNull();
});

test('times per token become speeds: the mean of the speeds, not the speed of the mean', () => {
  expect(weightedMean(perSecond(weightedFromValues([10_000, 20_000])))).toBe(75);
});
