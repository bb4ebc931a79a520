import { expect, test } from 'vitest';
import { micros } from '../units/units.ts';
import type { ArrivalPlan } from './arrival-plan.ts';
import { expectedSeconds } from './expected-arrivals.ts';
import { expectedNumber } from './expected-number.ts';
import { fixedNumber, type NumberDistribution } from './number-distribution.ts';

const ramp = (from: number, to: number, curve: 'linear' | 'exponential'): ArrivalPlan => ({
  kind: 'ramp',
  from,
  to,
  curve,
  micros: micros(10_000_000),
});
const steps: ArrivalPlan = {
  kind: 'steps',
  steps: [
    { requestsPerSecond: 2, micros: micros(5_000_000) },
    { requestsPerSecond: 10, micros: micros(5_000_000) },
  ],
};

/** Worked by hand: the integral of the rate is the count. */
test.each<readonly [string, ArrivalPlan, number, number]>([
  ['a constant rate', { kind: 'constant', requestsPerSecond: 4 }, 20, 5],
  ['a bursty rate', { kind: 'gamma', requestsPerSecond: 4, burstiness: 0.5 }, 20, 5],
  ['the whole of a linear ramp', ramp(0, 10, 'linear'), 50, 10],
  ['a quarter of a ramp from nothing', ramp(0, 10, 'linear'), 12.5, 5],
  ['a falling ramp', ramp(10, 0, 'linear'), 37.5, 5],
  ['the rate after a ramp', ramp(0, 10, 'linear'), 70, 12],
  ['a flat ramp', ramp(4, 4, 'exponential'), 8, 2],
  ['the first half of an exponential ramp', ramp(1, 4, 'exponential'), 10 / Math.log(4), 5],
  ['the whole of an exponential ramp', ramp(1, 4, 'exponential'), 30 / Math.log(4), 10],
  ['the second step', steps, 35, 7.5],
  ['the end of the steps', steps, 60, 10],
  ['more than the steps hold', steps, 61, Number.POSITIVE_INFINITY],
  ['a burst', { kind: 'at-once', count: 50 }, 50, 0],
])('%s is expected to take its time', (_what, arrivals, count, seconds) => {
  expect(expectedSeconds(arrivals, count)).toBeCloseTo(seconds, 9);
});

test('the time of a trace is not in its plan', () => {
  expect(expectedSeconds({ kind: 'trace', source: 'x.csv', timeScale: 1 }, 5)).toBeNull();
});

test.each<readonly [NumberDistribution, number]>([
  [fixedNumber(7), 7],
  [{ kind: 'uniform', min: 100, max: 300 }, 200],
  [{ kind: 'normal', mean: 200, deviation: 50, min: 20, max: 400 }, 200],
  [{ kind: 'normal', mean: 200, deviation: 50, min: 300, max: 400 }, 300],
  [{ kind: 'lognormal', median: 100, sigma: 1, min: 1, max: 10_000 }, 164.8721],
  [{ kind: 'lognormal', median: 100, sigma: 1, min: 1, max: 120 }, 120],
  [{ kind: 'exponential', mean: 3 }, 3],
  [{ kind: 'empirical', values: [1, 2, 9], source: 'lengths.txt' }, 4],
])('%j has the mean %d', (numbers, mean) => {
  expect(expectedNumber(numbers)).toBeCloseTo(mean, 4);
});
