import fc from 'fast-check';
import { cumulativeStdNormalProbability, gammaln } from 'simple-statistics';
import { expect, test } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { studentProbability, studentQuantile } from './student-t.ts';

// Printed tables of Student's t, two-sided 95 % and 99 %.
test.each([
  [1, 12.706, 63.657],
  [2, 4.303, 9.925],
  [3, 3.182, 5.841],
  [4, 2.776, 4.604],
  [5, 2.571, 4.032],
  [9, 2.262, 3.25],
  [10, 2.228, 3.169],
  [30, 2.042, 2.75],
  [120, 1.98, 2.617],
])('t with %i degrees of freedom is %f and %f as in the tables', (degrees, at975, at995) => {
  expect(studentQuantile(0.975, degrees)).toBeCloseTo(at975, 3);
  expect(studentQuantile(0.995, degrees)).toBeCloseTo(at995, 3);
});

test('the t quantile inverts its probability and is odd, with broken degrees too', () => {
  const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(probability, fc.double({ min: 0.7, max: 500, noNaN: true }), (share, degrees) => {
      const value = studentQuantile(share, degrees);
      expect(studentProbability(value, degrees)).toBeCloseTo(share, 10);
      expect(studentQuantile(1 - share, degrees)).toBeCloseTo(-value, 6);
    }),
  );
});

test.each([
  [0.5, 0],
  [0.8413447460685429, 1],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [0.0001, -3.719016485455709],
])('the normal quantile of %f is %f', (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 10);
  expect(normalProbability(value)).toBeCloseTo(probability, 12);
});

test('the normal probability agrees with the oracle', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (value) => {
      // The oracle reads a table of four digits with steps of 0.01.
      expect(normalProbability(value)).toBeCloseTo(cumulativeStdNormalProbability(value), 2);
    }),
  );
});

test('the logarithm of gamma is that of the factorials, and agrees with the oracle', () => {
  let factorial = 1;
  for (let count = 1; count <= 20; count++) {
    factorial *= count;
    expect(logGamma(count + 1)).toBeCloseTo(Math.log(factorial), 10);
  }
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (value) => {
      expect(logGamma(value) / Math.max(1, gammaln(value))).toBeCloseTo(
        gammaln(value) / Math.max(1, gammaln(value)),
        8,
      );
    }),
  );
});

test('the incomplete beta is a rising, symmetric distribution function', () => {
  const parameter = fc.double({ min: 0.5, max: 5000, noNaN: true });
  // Shares whose complement is exact.
  const share = fc.integer({ min: 0, max: 4096 }).map((count) => count / 4096);
  fc.assert(
    fc.property(parameter, parameter, share, share, (a, b, left, right) => {
      expect(incompleteBeta(left, a, b) + incompleteBeta(1 - left, b, a)).toBeCloseTo(1, 9);
      const [low, high] = [
        incompleteBeta(Math.min(left, right), a, b),
        incompleteBeta(Math.max(left, right), a, b),
      ];
      expect(high - low).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
  // I_x(1, 1) = x and I_x(2, 1) = x^2.
  expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14);
  expect(incompleteBeta(0.3, 2, 1)).toBeCloseTo(0.09, 14);
});
