import { expect, test } from 'vitest';
import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import { expectedSeconds } from './expected-seconds.ts';
import { seconds } from './testing/planned.ts';

const steps: ArrivalPlan = {
  kind: 'steps',
  steps: [
    { requestsPerSecond: 2, micros: seconds(5) },
    { requestsPerSecond: 10, micros: seconds(5) },
  ],
};

test.each<readonly [string, ArrivalPlan, number, number]>([
  ['no arrival', { kind: 'constant', requestsPerSecond: 4 }, 0, 0],
  ['a constant rate', { kind: 'constant', requestsPerSecond: 4 }, 21, 5],
  ['random arrivals', { kind: 'poisson', requestsPerSecond: 4 }, 21, 5],
  ['bunched arrivals', { kind: 'gamma', requestsPerSecond: 4, burstiness: 0.5 }, 21, 5],
  // At t seconds t * t / 2 arrivals are behind: the 51st comes at the end.
  ['a ramp', { kind: 'ramp', from: 0, to: 10, curve: 'linear', micros: seconds(10) }, 51, 10],
  ['the second step', steps, 36, 7.5],
  ['more than the steps hold', steps, 61, 10],
  // The tenth comes where t - t * t / 40 = 9.
  [
    'a fall to nothing',
    { kind: 'ramp', from: 1, to: 0, curve: 'linear', micros: seconds(20) },
    10,
    20 - Math.sqrt(40),
  ],
  ['more than a fall holds', { kind: 'ramp', from: 1, to: 0, curve: 'linear', micros: seconds(20) }, 12, 20],
  ['a burst', { kind: 'at-once', count: 50 }, 50, 0],
])('%s is expected to take its time', (_what, plan, count, expected) => {
  expect(expectedSeconds(plan, count)).toBeCloseTo(expected, 5);
});

test('the time of a trace is not in its plan', () => {
  expect(expectedSeconds({ kind: 'trace', source: 'x.csv', timeScale: 1 }, 5)).toBeNull();
});
