import fc from 'fast-check';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { expect, test } from 'vitest';
import { coefficientOfVariation, meanInterval, meanOf, standardDeviationOf } from './mean.ts';

test('the interval of a hand-worked sample is 12 plus and minus 2.484', () => {
  // The deviation of 11, 12 and 13 is 1; with two degrees of freedom 4.303 * 1 / sqrt(3) = 2.484.
  const interval = meanInterval([11, 12, 13]);
  expect(interval?.mean).toBe(12);
  expect(interval?.low).toBeCloseTo(12 - 2.484, 3);
  expect(interval?.high).toBeCloseTo(12 + 2.484, 3);
});

test('one value has a mean but no interval, and nothing has no mean', () => {
  expect(meanOf([5])).toBe(5);
  expect(meanInterval([5])).toBeNull();
  expect(standardDeviationOf([5])).toBeNull();
  expect(meanOf([])).toBeNull();
  expect(coefficientOfVariation([])).toBeNull();
});

test('mean, deviation and variation agree with the oracle', () => {
  const value = fc.double({ min: 0.001, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 50 }), (values) => {
      expect(meanOf(values)).toBeCloseTo(mean(values), 5);
      expect(standardDeviationOf(values)).toBeCloseTo(sampleStandardDeviation(values), 5);
      expect(coefficientOfVariation(values)).toBeCloseTo(sampleStandardDeviation(values) / mean(values), 8);
    }),
  );
});
