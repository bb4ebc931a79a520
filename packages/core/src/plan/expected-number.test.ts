import { expect, test } from 'vitest';
import { expectedNumber } from './expected-number.ts';
import { fixedNumber, type NumberDistribution } from './number-distribution.ts';

test.each<readonly [NumberDistribution, number]>([
  [fixedNumber(7), 7],
  [{ kind: 'uniform', min: 100, max: 300 }, 200],
  [{ kind: 'normal', mean: 200, deviation: 50, min: 20, max: 400 }, 200],
  [{ kind: 'normal', mean: 200, deviation: 50, min: 300, max: 400 }, 300],
  [{ kind: 'lognormal', median: 100, sigma: 1, min: 1, max: 10_000 }, 164.8721],
  [{ kind: 'lognormal', median: 100, sigma: 1, min: 1, max: 120 }, 120],
  [{ kind: 'exponential', mean: 3 }, 3],
  [{ kind: 'empirical', values: [7], source: 'lengths.txt' }, 7],
  [{ kind: 'empirical', values: [1, 2, 9], source: 'lengths.txt' }, 4],
])('%j has the mean %d', (numbers, mean) => {
  expect(expectedNumber(numbers)).toBeCloseTo(mean, 4);
});
