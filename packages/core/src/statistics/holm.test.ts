import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holmAdjusted } from './holm.ts';

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
