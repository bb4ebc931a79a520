import { expect, test } from 'vitest';
import { histogramGrowth, histogramMean, type ServerHistogram } from './server-histogram.ts';

const borders = [0.1, 0.2, 0.4, Number.POSITIVE_INFINITY];
const histogram = (cumulative: readonly number[], sum = 0): ServerHistogram => ({
  count: cumulative.at(-1) ?? 0,
  sum,
  borders,
  cumulative,
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

test('a sum that the server printed rounded never falls below nothing', () => {
  const reading = (sum: number, count: number) => ({ sum, count, borders: [1], cumulative: [count] });
  const growth = histogramGrowth(reading(0.100_000_01, 5), reading(0.1, 9));
  expect(growth).toMatchObject({ count: 4, sum: 0 });
});
