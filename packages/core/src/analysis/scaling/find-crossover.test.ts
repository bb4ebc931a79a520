import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../random/create-random.ts';
import type { ScalingPoint } from '../../result/analysis/scaling-schema.ts';
import { meanInterval } from '../../statistics/mean.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import { findCrossover } from './find-crossover.ts';
import { differencesOf } from './level-difference.ts';

const runs = 250;

/** A level whose three repeats scatter by 3 % around a mean. */
function noisyPoint(users: number, mean: number, random: Random): ScalingPoint {
  const values = [1, 2, 3].map(() => mean * (1 + 0.03 * normalQuantile(random.next())));
  const interval = meanInterval(values);
  return {
    users,
    suite: 'concurrency',
    throughput: interval?.mean ?? 0,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    repeats: values.length,
    trust: 'valid',
    efficiency: null,
  };
}

test('two equal targets are told apart at an end of their levels in at most 5 % of the runs, and cross in hardly any', () => {
  const random = createRandom('equal targets');
  const curve = (): ScalingPoint[] =>
    [5, 10, 20, 50].map((users) => noisyPoint(users, 100 * Math.sqrt(users), random));
  const found = Array.from({ length: runs }, () => findCrossover(differencesOf(curve(), curve())));
  const told = found.filter(({ below, above }) => below !== null || above !== null);
  expect(told.length / runs).toBeLessThanOrEqual(0.05);
  expect(found.filter(({ kind }) => kind !== 'undecided').length / runs).toBeLessThanOrEqual(0.01);
});

test('the interval of a crossing that is known holds it in at least 95 % of the runs', () => {
  const random = createRandom('known crossing');
  const curve = (light: number, heavy: number): ScalingPoint[] => [
    noisyPoint(1, light, random),
    noisyPoint(5, heavy, random),
  ];
  const found = Array.from({ length: runs }, () =>
    findCrossover(differencesOf(curve(10, 100), curve(50, 60))),
  );
  const intervals = found.flatMap(({ kind, interval }) =>
    kind === 'crosses' && interval !== null ? [interval] : [],
  );
  expect(intervals.length / runs).toBeGreaterThan(0.98);
  // Both lines are straight from 1 to 5 users: -40 and +40 meet at 3.
  const holding = intervals.filter(({ low, high }) => low <= 3 && high >= 3).length;
  expect(holding / intervals.length).toBeGreaterThanOrEqual(0.95);
});
