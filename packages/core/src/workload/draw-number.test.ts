import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NumberDistribution } from '../plan/number-distribution.ts';
import { createRandom } from '../random/create-random.ts';
import { drawNumber } from './draw-number.ts';
import { indexedNumbers } from './indexed-numbers.ts';

const wide = { min: -1e9, max: 1e9 };

function draws(distribution: NumberDistribution, count: number): number[] {
  const random = createRandom('moments');
  return Array.from({ length: count }, () => drawNumber(distribution, random));
}

function moments(values: readonly number[]): { mean: number; deviation: number; median: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const median = [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
  return { mean, deviation: Math.sqrt(variance), median };
}

test('uniform numbers have the mean and variance of whole numbers, and reach both ends', () => {
  const values = draws({ kind: 'uniform', min: 100, max: 300 }, 100_000);
  const { mean, deviation } = moments(values);
  expect(Math.abs(mean - 200)).toBeLessThan(1);
  // (n^2 - 1) / 12 for n = 201 whole numbers.
  expect(Math.abs(deviation - Math.sqrt((201 ** 2 - 1) / 12))).toBeLessThan(0.5);
  expect([Math.min(...values), Math.max(...values)]).toEqual([100, 300]);
});

test('normal numbers have their mean, deviation and median, and 68.3 % lie within one deviation', () => {
  const values = draws({ kind: 'normal', mean: 512, deviation: 100, ...wide }, 100_000);
  const { mean, deviation, median } = moments(values);
  expect(Math.abs(mean - 512)).toBeLessThan(1.5);
  expect(Math.abs(median - 512)).toBeLessThan(2);
  expect(Math.abs(deviation - 100)).toBeLessThan(1);
  const inside = values.filter((value) => Math.abs(value - 512) <= 100).length / values.length;
  expect(Math.abs(inside - 0.683)).toBeLessThan(0.01);
});

test('lognormal numbers have their median, and the logarithm has the deviation sigma', () => {
  const values = draws({ kind: 'lognormal', median: 400, sigma: 0.8, ...wide }, 100_000);
  expect(Math.abs(moments(values).median / 400 - 1)).toBeLessThan(0.015);
  // The mean of a lognormal is median * exp(sigma^2 / 2).
  expect(Math.abs(moments(values).mean / (400 * Math.exp(0.32)) - 1)).toBeLessThan(0.02);
  const logarithms = moments(values.map((value) => Math.log(Math.max(1, value))));
  expect(Math.abs(logarithms.deviation - 0.8)).toBeLessThan(0.01);
});

test('exponential numbers have their mean, which is their deviation, and the median mean * ln 2', () => {
  const { mean, deviation, median } = moments(draws({ kind: 'exponential', mean: 250 }, 100_000));
  expect(Math.abs(mean / 250 - 1)).toBeLessThan(0.015);
  expect(Math.abs(deviation / 250 - 1)).toBeLessThan(0.02);
  expect(Math.abs(median / (250 * Math.LN2) - 1)).toBeLessThan(0.02);
});

test('of given values each is equally likely, one that is there twice doubly so', () => {
  const values = draws({ kind: 'empirical', values: [10, 20, 20, 40], source: 'lengths.txt' }, 40_000);
  const share = (wanted: number) => values.filter((value) => value === wanted).length / values.length;
  expect(share(10)).toBeCloseTo(0.25, 1);
  expect(share(20)).toBeCloseTo(0.5, 1);
  expect(share(40)).toBeCloseTo(0.25, 1);
});

const bounds = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }))
  .map(([min, span]) => ({ min, max: min + span }));
const positive = fc.double({ min: 0.01, max: 10_000, noNaN: true });
const bounded: fc.Arbitrary<Extract<NumberDistribution, { min: number }>> = fc.oneof(
  bounds.map((range) => ({ kind: 'uniform' as const, ...range })),
  fc
    .tuple(bounds, positive, positive)
    .map(([range, mean, deviation]) => ({ kind: 'normal' as const, mean, deviation, ...range })),
  fc
    .tuple(bounds, positive, fc.double({ min: 0, max: 5, noNaN: true }))
    .map(([range, median, sigma]) => ({ kind: 'lognormal' as const, median, sigma, ...range })),
);
const unbounded: fc.Arbitrary<NumberDistribution> = fc.oneof(
  fc.nat().map((value) => ({ kind: 'fixed' as const, value })),
  positive.map((mean) => ({ kind: 'exponential' as const, mean })),
  fc
    .array(fc.nat(), { minLength: 1 })
    .map((values) => ({ kind: 'empirical' as const, values, source: 'lengths.txt' })),
);

test('every draw is a whole number inside the bounds, however far they are from the mean', () => {
  fc.assert(
    fc.property(bounded, fc.string(), (distribution, seed) => {
      const random = createRandom(seed);
      for (let count = 0; count < 20; count++) {
        const value = drawNumber(distribution, random);
        expect(Number.isSafeInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(distribution.min);
        expect(value).toBeLessThanOrEqual(distribution.max);
      }
    }),
  );
});

test('bounds that a draw never meets end at the nearer one', () => {
  const [random, deviation] = [createRandom(1n), 1];
  expect(drawNumber({ kind: 'normal', mean: 10, deviation, min: 500, max: 600 }, random)).toBe(500);
  expect(drawNumber({ kind: 'normal', mean: 9000, deviation, min: 500, max: 600 }, random)).toBe(600);
});

test('draws cut by bounds are drawn again, not piled up at the bounds', () => {
  const values = draws({ kind: 'normal', mean: 100, deviation: 50, min: 80, max: 120 }, 20_000);
  const at = (wanted: number) => values.filter((value) => value === wanted).length / values.length;
  // Forty-one whole numbers, nearly flat: a clamped third would lie at each end.
  expect(at(80)).toBeLessThan(0.05);
  expect(at(120)).toBeLessThan(0.05);
});

test('number k is the same in any order and in every worker, and never below the minimum', () => {
  fc.assert(
    fc.property(
      fc.oneof(bounded, unbounded),
      fc.string(),
      fc.nat(500),
      fc.array(fc.nat(), { minLength: 1 }),
      (distribution, seed, minimum, indexes) => {
        const numbers = indexedNumbers(distribution, createRandom(seed), minimum);
        for (const index of indexes) {
          const elsewhere = indexedNumbers(distribution, createRandom(seed), minimum);
          expect(numbers(index)).toBe(elsewhere(index));
          expect(numbers(index)).toBeGreaterThanOrEqual(minimum);
        }
      },
    ),
  );
});

test('nothing to draw from is an error', () => {
  const random = createRandom(1n);
  const values: readonly number[] = [];
  expect(() => drawNumber({ kind: 'empirical', values, source: 'lengths.txt' }, random)).toThrow(RangeError);
  expect(() => drawNumber({ kind: 'uniform', min: 5, max: 4 }, random)).toThrow(RangeError);
  expect(() => drawNumber({ kind: 'normal', mean: 1, deviation: 1, min: 1.2, max: 1.8 }, random)).toThrow(
    'from 1.2 to 1.8',
  );
});
