import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArrivalPlanOf } from './arrival-schedule.ts';
import { arbitrarySteps } from './testing/arbitrary-plan.ts';
import { instantsOf, scheduleOf, seconds } from './testing/planned.ts';

type Steps = ArrivalPlanOf<'steps'>;
const steps = (...pairs: readonly (readonly [rate: number, time: number])[]): Steps => ({
  kind: 'steps',
  steps: pairs.map(([requestsPerSecond, time]) => ({ requestsPerSecond, micros: seconds(time) })),
});

/** Arrivals until an instant, integrated forwards. */
function integral(plan: Steps, instantMicros: number): number {
  let area = 0;
  let start = 0;
  for (const step of plan.steps) {
    area += (step.requestsPerSecond * Math.max(0, Math.min(step.micros, instantMicros - start))) / 1e6;
    start += step.micros;
  }
  return area;
}

test.each([
  { what: 'one step', plan: steps([2, 2]), instants: [0, 500_000, 1_000_000, 1_500_000] },
  { what: 'a whole border', plan: steps([2, 1], [4, 0.5]), instants: [0, 500_000, 1_000_000, 1_250_000] },
  // Half an arrival is due at the border; the other half takes 50 ms at 10 requests/s.
  {
    what: 'half an arrival',
    plan: steps([1, 1.5], [10, 0.2]),
    instants: [0, 1_000_000, 1_550_000, 1_650_000],
  },
  { what: 'a step too short for one', plan: steps([1, 0.5], [2, 1]), instants: [0, 750_000, 1_250_000] },
  { what: 'a pause', plan: steps([2, 1], [0, 5], [1, 2]), instants: [0, 500_000, 6_000_000, 7_000_000] },
  { what: 'a pause at first', plan: steps([0, 3], [2, 1]), instants: [3_000_000, 3_500_000] },
  { what: 'a pause at last', plan: steps([2, 1], [0, 3]), instants: [0, 500_000] },
  {
    what: 'a pause inside half an arrival',
    plan: steps([1, 1.5], [0, 1], [1, 1]),
    instants: [0, 1_000_000, 3_000_000],
  },
])('steps with $what are exact by area', ({ plan, instants }) => {
  expect(instantsOf(plan, 100)).toEqual(instants);
});

test('a border that floating point misses by a hair is still a border', () => {
  // 333.3 * 60 is 19,998.000000000004 in doubles, 0.1 * 30 is a hair above 3 and 1.1 * 30 one above 33.
  for (const [rate, time, whole] of [
    [333.3, 60, 19_998],
    [0.1, 30, 3],
    [1.1, 30, 33],
  ] as const) {
    const plan = steps([rate, time], [0, 100], [rate, time]);
    expect(scheduleOf(plan).at(whole)).toBe((time + 100) * 1_000_000);
    expect(instantsOf(plan, 100_000)).toHaveLength(2 * whole);
  }
});

test('a hundred steps have not drifted', () => {
  const plan = steps(
    ...Array.from({ length: 100 }, (_, index) => [333.3, index % 2 === 0 ? 7 : 13] as const),
  );
  const schedule = scheduleOf(plan);
  for (const index of [1, 2333, 100_000, 333_299]) {
    expect(Math.abs((schedule.at(index) ?? 0) - index / 0.0003333)).toBeLessThanOrEqual(1);
  }
  expect(schedule.at(333_300)).toBeNull();
});

test('an earlier end cuts the steps, a later one does not make more of them', () => {
  const plan = steps([2, 1], [4, 1]);
  expect(instantsOf(plan, 100, { durationMicros: seconds(1.5) })).toHaveLength(4);
  expect(instantsOf(plan, 100, { durationMicros: seconds(9) })).toHaveLength(6);
  expect(instantsOf(plan, 100, { count: 5 })).toHaveLength(5);
});

test('before any instant as many requests have arrived as the integral of the rate says', () => {
  fc.assert(
    fc.property(arbitrarySteps, fc.double({ min: 0, max: 1, noNaN: true }), (plan, share) => {
      const schedule = scheduleOf(plan);
      const instant = plan.steps.reduce((sum, step) => sum + step.micros, 0) * share;
      const area = integral(plan, instant);
      const slack = (Math.max(...plan.steps.map((step) => step.requestsPerSecond)) * 0.5) / 1e6 + 1e-6;
      const before = Math.ceil(area - slack) - 1;
      if (before >= 0) expect(schedule.at(before)).toBeLessThanOrEqual(instant + 0.5);
      const notBefore = Math.ceil(area + slack);
      expect(schedule.at(notBefore) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(instant - 0.5);
    }),
  );
});

test.each([steps(), steps([0, 5]), steps([-1, 5]), steps([Number.NaN, 5]), steps([1, 0]), steps([1, -1])])(
  'the steps %j are refused',
  (plan) => {
    expect(() => scheduleOf(plan)).toThrow(RangeError);
  },
);
