import { expect, test } from 'vitest';
import { distributionOf, statedDistribution, unknownDistribution } from './distributions.ts';

test('a stated percentile is kept only where there are enough samples, and the rest is told', () => {
  const percentiles = { p50: 1000.4, p90: 2000, p99: 3000 };
  const { distribution, left } = statedDistribution({
    kind: 'measured',
    count: 400,
    mean: 1100,
    percentiles,
  });
  expect(distribution).toMatchObject({
    kind: 'measured',
    count: 400,
    mean: 1100,
    p50: 1000,
    p90: 2000,
    p99: null,
  });
  expect(distribution.reasons['p99']).toBe('too few samples: 400 of 459');
  expect(distribution.reasons['p75']).toBe('the source does not say it');
  expect(left).toEqual(['p99 3 ms']);
});

test('of an unknown number of samples no percentile is kept', () => {
  const { distribution, left } = statedDistribution({
    kind: 'declared',
    count: null,
    mean: 5,
    percentiles: { p50: 4 },
  });
  expect(distribution).toMatchObject({ kind: 'declared', count: null, mean: 5, p50: null, min: null });
  expect(left).toEqual(['p50 0.004 ms']);
});

test('values that are listed make a true distribution, which is derived', () => {
  const values = Array.from({ length: 500 }, (_, index) => (index + 1) * 10);
  const distribution = distributionOf(values, 'none');
  expect(distribution).toMatchObject({ kind: 'derived', count: 500, mean: 2505, min: 10, max: 5000 });
  expect(distribution.p99).toBeGreaterThanOrEqual(4950);
  expect(distribution.p999).toBeNull();
  expect(distribution.histogram).not.toBeNull();
});

test('no value is unknown with its reason, never zero', () => {
  expect(distributionOf([], 'nothing is listed')).toMatchObject({
    kind: 'unknown',
    mean: null,
    reasons: { all: 'nothing is listed' },
  });
  expect(unknownDistribution('not said')).toMatchObject({ kind: 'unknown', count: null, p50: null });
});
