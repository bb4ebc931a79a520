import { expect, test } from 'vitest';
import {
  bucketPercentile,
  histogramGrowth,
  histogramMean,
  type ServerHistogram,
} from './server-histogram.ts';

const borders = [0.1, 0.2, 0.4, Number.POSITIVE_INFINITY];
const histogram = (cumulative: readonly number[], sum = 0): ServerHistogram => ({
  count: cumulative.at(-1) ?? 0,
  sum,
  borders,
  cumulative,
});

test('a percentile is interpolated between the borders of its bucket, which bound it', () => {
  // 20 below 100 ms, 80 from 100 to 200 ms: the 50th of 100 is 30/80 into the second bucket.
  expect(bucketPercentile(histogram([20, 100, 100, 100]), 0.5)).toEqual({
    estimate: 137_500,
    low: 100_000,
    high: 200_000,
    reason: null,
  });
});

test('a percentile in the first bucket has bounds and no estimate', () => {
  const found = bucketPercentile(histogram([90, 100, 100, 100]), 0.5);
  expect(found).toMatchObject({ estimate: null, low: 0, high: 100_000 });
  expect(found.reason).toContain('smallest bucket border of the server, 100 ms');
});

test('a percentile above the last border has a lower bound only', () => {
  const found = bucketPercentile(histogram([0, 0, 10, 100]), 0.5);
  expect(found).toMatchObject({ estimate: null, low: 400_000, high: null });
  expect(found.reason).toContain('largest bucket border');
});

test('a percentile with too few observations is unknown', () => {
  expect(bucketPercentile(histogram([0, 50, 50, 50]), 0.99)).toEqual({
    estimate: null,
    low: null,
    high: null,
    reason: 'too few samples: 50 of 459',
  });
});

test('a rank that ends a bucket belongs to it, and empty buckets hold no percentile', () => {
  expect(bucketPercentile(histogram([0, 50, 50, 100]), 0.5)).toMatchObject({
    estimate: 200_000,
    high: 200_000,
  });
});

test('the mean of what was observed between two readings is their sums over their counts', () => {
  const growth = histogramGrowth(histogram([2, 4, 4, 4], 0.5), histogram([2, 4, 8, 8], 1.7));
  expect(growth?.cumulative).toEqual([0, 0, 4, 4]);
  expect(growth === null ? null : histogramMean(growth)).toBeCloseTo(300_000, 3);
});

test('a histogram that appears with its first observation counts from nothing', () => {
  expect(histogramGrowth(null, histogram([1, 1, 1, 1], 0.05))?.count).toBe(1);
});

test('a histogram that fell or has other borders cannot be compared', () => {
  const before = histogram([2, 4, 4, 4]);
  expect(histogramGrowth(before, histogram([1, 1, 1, 1]))).toBeNull();
  expect(histogramGrowth(before, { ...histogram([2, 4, 8, 8]), borders: [1, 2, 3, 4] })).toBeNull();
  expect(histogramGrowth(before, null)).toBeNull();
});

test('nothing observed has no mean', () => {
  expect(histogramMean(histogram([0, 0, 0, 0]))).toBeNull();
});
