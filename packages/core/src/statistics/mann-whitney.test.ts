import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { mannWhitney } from './mann-whitney.ts';
import { weightedFromValues } from './weighted-values.ts';

const sample = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 15 });

test('the statistic counts the pairs in which the candidate is larger, ties half', () => {
  fc.assert(
    fc.property(sample, sample, (baseline, candidate) => {
      const pairs = candidate.flatMap((value) =>
        baseline.map((other) => (value > other ? 1 : value === other ? 0.5 : 0)),
      );
      const compared = mannWhitney(weightedFromValues(baseline), weightedFromValues(candidate));
      expect(compared?.statistic).toBe(pairs.reduce<number>((sum, pair) => sum + pair, 0));
    }),
  );
});

test('swapping the sides turns the effect around and keeps the probability', () => {
  fc.assert(
    fc.property(sample, sample, (baseline, candidate) => {
      const forward = mannWhitney(weightedFromValues(baseline), weightedFromValues(candidate));
      const backward = mannWhitney(weightedFromValues(candidate), weightedFromValues(baseline));
      expect((forward?.superiority ?? 0) + (backward?.superiority ?? 0)).toBeCloseTo(1, 12);
      expect(forward?.probability).toBeCloseTo(backward?.probability ?? -1, 12);
    }),
  );
});

test('weights are values that occurred so often', () => {
  const plain = weightedFromValues([3, 3, 3, 5, 9, 9]);
  const weighted = {
    values: Float64Array.of(3, 5, 9),
    weights: Float64Array.of(3, 1, 2),
    count: 6,
  };
  const other = weightedFromValues([3, 4, 9]);
  expect(mannWhitney(weighted, other)).toEqual(mannWhitney(plain, other));
});

test('nothing on a side compares with nothing', () => {
  expect(mannWhitney(weightedFromValues([]), weightedFromValues([1]))).toBeNull();
});

test('samples of one distribution are called different in about one comparison of twenty', () => {
  const random = createRandom(11n);
  const draw = () => weightedFromValues(Array.from({ length: 30 }, () => random.integer(200)));
  const trials = 1000;
  let called = 0;
  for (let trial = 0; trial < trials; trial++)
    if ((mannWhitney(draw(), draw())?.probability ?? 1) < 0.05) called += 1;
  expect(called / trials).toBeGreaterThan(0.03);
  expect(called / trials).toBeLessThan(0.07);
});
