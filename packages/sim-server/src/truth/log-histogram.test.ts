import { expect, test } from 'vitest';
import { seededRandom } from '../text/random.ts';
import { LogHistogram } from './log-histogram.ts';

test('percentiles are those of the sorted values, to 0.2 %', () => {
  const random = seededRandom(5);
  const histogram = new LogHistogram();
  const values = Array.from({ length: 5_000 }, () => Math.exp(random() * 16));
  for (const value of values) histogram.record(value);
  values.sort((left, right) => left - right);
  for (const share of [0.01, 0.5, 0.9, 0.99, 0.999, 1]) {
    const exact = values[Math.ceil(share * values.length) - 1] ?? 0;
    expect(Math.abs((histogram.percentile(share) ?? 0) - exact)).toBeLessThanOrEqual(exact * 0.002 + 0.5);
  }
  expect(histogram.summary()).toMatchObject({ count: 5_000, min: values[0], max: values.at(-1) });
});

test('no values have no mean and no percentile', () => {
  const empty = new LogHistogram();
  expect(empty.summary()).toMatchObject({ count: 0, mean: null, min: null, max: null, p50: null });
  empty.record(3);
  empty.clear();
  expect(empty.percentile(0.5)).toBeNull();
});

test('values up to a border are counted', () => {
  const histogram = new LogHistogram();
  for (const value of [5, 10, 20, 1_000, 50_000]) histogram.record(value);
  expect([4, 10, 900, 60_000].map((border) => histogram.countUpTo(border))).toEqual([0, 2, 3, 5]);
});
