import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArrivalPlanOf } from './arrival-schedule.ts';
import { arbitraryRamp } from './testing/arbitrary-plan.ts';
import { instantsOf, scheduleOf, seconds } from './testing/planned.ts';

type Ramp = ArrivalPlanOf<'ramp'>;
const ramp = (from: number, to: number, time: number, curve: Ramp['curve'] = 'linear'): Ramp => ({
  kind: 'ramp',
  from,
  to,
  curve,
  micros: seconds(time),
});

/** Arrivals until an instant, integrated forwards: the formula that the schedule inverts. */
function integral({ from, to, curve, micros }: Ramp, instantMicros: number): number {
  const length = micros / 1e6;
  const time = Math.min(instantMicros / 1e6, length);
  const after = (to * Math.max(0, instantMicros - micros)) / 1e6;
  if (from === to) return from * time + after;
  if (curve === 'linear') return from * time + (((to - from) / length) * time * time) / 2 + after;
  return (from * length * Math.expm1((time / length) * Math.log(to / from))) / Math.log(to / from) + after;
}

// Instants worked by hand: 0 to 10 requests/s in 10 s has the area t^2 / 2, so request k comes at sqrt(2k).
test.each([
  { what: 'from nothing', plan: ramp(0, 10, 10), instants: [0, 1_414_214, 2_000_000, 2_449_490, 2_828_427] },
  { what: 'to nothing', plan: ramp(4, 0, 2), instants: [0, 267_949, 585_786, 1_000_000] },
  { what: 'up', plan: ramp(1, 3, 2), instants: [0, 732_051, 1_236_068, 1_645_751, 2_000_000, 2_333_333] },
  { what: 'down', plan: ramp(3, 1, 2), instants: [0, 354_249, 763_932, 1_267_949, 2_000_000, 3_000_000] },
  { what: 'nowhere', plan: ramp(4, 4, 1), instants: [0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000] },
  {
    what: 'up by doubling each second',
    plan: ramp(Math.log(2), 4 * Math.log(2), 2, 'exponential'),
    // The area is 2^t - 1, so request k comes at log2(k + 1); after 2 s the rate stays at 2.77 requests/s.
    instants: [0, 1_000_000, 1_584_963, 2_000_000, 2_360_674],
  },
  {
    what: 'down by halving each second',
    plan: ramp(4 * Math.log(2), Math.log(2), 2, 'exponential'),
    // The area is 4 - 4 / 2^t, so request k comes at 2 - log2(4 - k); after 2 s the rate stays at 0.69 requests/s.
    instants: [0, 415_037, 1_000_000, 2_000_000, 3_442_695],
  },
])('a ramp $what is exact by area', ({ plan, instants }) => {
  expect(instantsOf(plan, instants.length)).toEqual(instants);
});

test('a ramp to nothing ends by itself, one to some rate does not', () => {
  expect(instantsOf(ramp(4, 0, 2), 100)).toHaveLength(4);
  expect(instantsOf(ramp(0.5, 0, 1), 100)).toEqual([0]);
  expect(scheduleOf(ramp(4, 0.5, 2)).at(1000)).not.toBeNull();
});

test('the end is applied inside the ramp and after it', () => {
  expect(instantsOf(ramp(0, 10, 10), 100, { durationMicros: seconds(2) })).toEqual([0, 1_414_214]);
  expect(instantsOf(ramp(0, 10, 10), 1000, { durationMicros: seconds(12) })).toHaveLength(70);
  expect(instantsOf(ramp(0, 10, 10), 100, { count: 3 })).toHaveLength(3);
});

test('before any instant as many requests have arrived as the integral of the rate says', () => {
  fc.assert(
    fc.property(arbitraryRamp, fc.double({ min: 0, max: 1.5, noNaN: true }), (plan, share) => {
      const schedule = scheduleOf(plan);
      const instant = Math.min(plan.micros * share, 2_000_000_000 / Math.max(plan.from, plan.to));
      const area = integral(plan, instant);
      // Request k is before the instant where k < area; half a microsecond of rounding and 1e-6 of noise are allowed.
      const slack = (Math.max(plan.from, plan.to) * 0.5) / 1e6 + 1e-6;
      const before = Math.ceil(area - slack) - 1;
      if (before >= 0) expect(schedule.at(before)).toBeLessThanOrEqual(instant + 0.5);
      const notBefore = Math.ceil(area + slack);
      expect(schedule.at(notBefore) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(instant - 0.5);
    }),
  );
});

test('a ramp from nothing has not drifted after a million requests', () => {
  // The area is 5 t^2, so request k comes at sqrt(k / 5) seconds.
  const schedule = scheduleOf(ramp(0, 10_000, 1000));
  for (const index of [999_999, 1_000_000, 4_999_999]) {
    expect(Math.abs((schedule.at(index) ?? 0) - Math.sqrt(index / 5) * 1e6)).toBeLessThanOrEqual(1);
  }
  // Its end read from 10,000 down to 0: five million in all, so request k comes at 1000 - sqrt((5e6 - k) / 5) seconds.
  const fall = scheduleOf(ramp(10_000, 0, 1000));
  for (const index of [1_000_000, 4_999_998, 4_999_999]) {
    const expected = (1000 - Math.sqrt((5_000_000 - index) / 5)) * 1e6;
    expect(Math.abs((fall.at(index) ?? 0) - expected)).toBeLessThanOrEqual(1);
  }
});

test('a ramp between rates that are almost equal is as exact as a constant rate', () => {
  for (const curve of ['linear', 'exponential'] as const) {
    for (const to of [7 * (1 + 1e-15), 7 * (1 - 1e-15), 7 * (1 + 1e-11)]) {
      expect(scheduleOf(ramp(7, to, 1000, curve)).at(3500)).toBe(500_000_000);
      expect(scheduleOf(ramp(7, to, 1000, curve)).at(14_000)).toBe(2_000_000_000);
    }
  }
});

test.each([
  ramp(0, 0, 1),
  ramp(-1, 5, 1),
  ramp(1, Number.NaN, 1),
  ramp(1, 2, 0),
  ramp(1, Number.POSITIVE_INFINITY, 1),
  ramp(0, 5, 1, 'exponential'),
  ramp(5, 0, 1, 'exponential'),
])('the ramp %j is refused', (plan) => {
  expect(() => scheduleOf(plan)).toThrow(RangeError);
});
