import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RateHistory, startRates, withTotal } from './rate-history.ts';

type Told = readonly (readonly [at: number, total: number])[];
const historyOf = (told: Told, start = 0): RateHistory =>
  told.reduce((history, [at, total]) => withTotal(history, at, total), startRates(start));

test('each whole second has its rate', () => {
  expect(
    historyOf([
      [500, 50],
      [1000, 100],
      [1500, 300],
      [2000, 500],
      [2400, 500],
    ]).rates,
  ).toEqual([100, 400]);
});

test('a second that has not ended has no rate yet', () => {
  expect(historyOf([[999, 100]]).rates).toEqual([]);
});

test('a progress that comes late makes neither a hole nor a peak', () => {
  expect(
    historyOf([
      [1000, 100],
      [4000, 400],
    ]).rates,
  ).toEqual([100, 100, 100, 100]);
});

test('what falls between two seconds is shared between them', () => {
  expect(
    historyOf([
      [500, 0],
      [1500, 100],
      [2000, 100],
    ]).rates,
  ).toEqual([50, 50]);
});

test('seconds count from the start of the stage, not from the full second of a clock', () => {
  expect(historyOf([[1700, 100]], 700).rates).toEqual([100]);
});

const runningSums = (values: readonly number[]): number[] =>
  values.map((_, index) => values.slice(0, index + 1).reduce((sum, value) => sum + value, 0));

const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 900 })), {
  minLength: 1,
  maxLength: 100,
});

test('the seconds add up to the total at the last of them', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const sums = (part: 0 | 1): number[] => runningSums(given.map((step) => step[part]));
      const totals = sums(1);
      const told = sums(0).map((at, index) => [at, totals[index] ?? 0] as const);
      const { rates, secondTotal } = historyOf(told);
      fc.pre(rates.length < 300);
      expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(secondTotal, 6);
      expect(rates).toHaveLength(Math.floor((told.at(-1)?.[0] ?? 0) / 1000));
      for (const rate of rates) expect(rate).toBeGreaterThanOrEqual(-1e-9);
    }),
  );
});

test('an hour without a word costs no more than what a screen can show', () => {
  const { rates } = historyOf([
    [1000, 100],
    [3_601_000, 36_100],
  ]);
  expect(rates).toHaveLength(300);
  for (const rate of rates) expect(rate).toBeCloseTo(10, 9);
});
