import { expect, test } from 'vitest';
import type { ServerHistogram } from '../measurement/server-histogram.ts';
import { bucketPercentile } from './bucket-percentile.ts';

const borders = [0.1, 0.2, 0.4, Number.POSITIVE_INFINITY];
const histogram = (cumulative: readonly number[]): ServerHistogram => ({
  count: cumulative.at(-1) ?? 0,
  sum: 0,
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
