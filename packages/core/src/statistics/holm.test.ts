import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { holmAdjusted } from './holm.ts';
import { intervalProbability } from './interval-probability.ts';
import { logRatioInterval } from './log-ratio-interval.ts';
import { lognormalRepeats } from './testing/lognormal-repeats.ts';

test('the hand-worked example: 0.01, 0.04, 0.03 and 0.005 become 0.03, 0.06, 0.06 and 0.02', () => {
  expect(holmAdjusted([0.01, 0.04, 0.03, 0.005]).map((value) => Number(value.toFixed(10)))).toEqual([
    0.03, 0.06, 0.06, 0.02,
  ]);
});

test('a single test is left as it is, and nothing of nothing', () => {
  expect(holmAdjusted([0.04])).toEqual([0.04]);
  expect(holmAdjusted([])).toEqual([]);
});

test('the order of the tests is kept, none gets smaller, and none exceeds what Bonferroni gives', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(probability, { minLength: 1, maxLength: 20 }), (probabilities) => {
      const adjusted = holmAdjusted(probabilities);
      for (const [index, value] of adjusted.entries()) {
        const plain = probabilities[index] ?? 0;
        expect(value).toBeGreaterThanOrEqual(plain);
        expect(value).toBeLessThanOrEqual(Math.min(1, plain * probabilities.length) + 1e-12);
        for (const [other, otherValue] of adjusted.entries())
          if ((probabilities[other] ?? 0) < plain) expect(otherValue).toBeLessThanOrEqual(value);
      }
    }),
  );
});

test('of ten levels of equal targets one is called different in one table of twenty, not in one of three', () => {
  const random = createRandom(3n);
  const side = { repeats: 3, noise: 0.03, median: 100 };
  const probability = (): number => {
    const interval = logRatioInterval({
      baseline: lognormalRepeats(random, side),
      candidate: lognormalRepeats(random, side),
    });
    return interval === null ? 1 : intervalProbability(interval);
  };
  const tables = Array.from({ length: 1000 }, () => Array.from({ length: 10 }, probability));
  const shareOf = (isCalled: (table: number[]) => boolean): number => tables.filter(isCalled).length / 1000;
  expect(shareOf((table) => table.some((value) => value <= 0.05))).toBeGreaterThan(0.3);
  const corrected = shareOf((table) => holmAdjusted(table).some((value) => value <= 0.05));
  expect(corrected).toBeGreaterThan(0.02);
  expect(corrected).toBeLessThan(0.07);
});
