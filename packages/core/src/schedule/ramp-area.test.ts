import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArrivalPlanOf } from './arrival-schedule.ts';
import { expectedSeconds } from './expected-seconds.ts';
import { rampArea } from './ramp-area.ts';
import { arbitraryPlan, arbitraryRamp } from './testing/arbitrary-plan.ts';

/** Arrivals that are expected until an instant: the integral of the rate, in a form of its own. */
function arrivalsUntil({ from, to, curve, micros }: ArrivalPlanOf<'ramp'>, time: number): number {
  const seconds = micros / 1_000_000;
  if (curve === 'linear') return from * time + ((to - from) * time * time) / (2 * seconds);
  const growth = Math.log(to / from) / seconds;
  return growth === 0 ? from * time : (from * Math.expm1(growth * time)) / growth;
}

const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));

test('the instant of an arrival and the arrivals until an instant are inverses, from the first to the last', () => {
  fc.assert(
    fc.property(arbitraryRamp, share, (plan, part) => {
      const { arrivals, secondsUntil } = rampArea(plan);
      const area = part * arrivals;
      const seconds = secondsUntil(area);
      const tolerance = 1e-6 * Math.max(1, arrivals);
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThanOrEqual((plan.micros / 1_000_000) * (1 + 1e-9));
      expect(Math.abs(arrivalsUntil(plan, seconds) - area)).toBeLessThanOrEqual(tolerance);
    }),
    { numRuns: 2000 },
  );
});

test('an area that rounding has pushed past its ends has an instant, too', () => {
  fc.assert(
    fc.property(arbitraryRamp, fc.constantFrom(-1e-9, -1e-16, 1 + 1e-12, 1 + 1e-9), (plan, part) => {
      const { arrivals, secondsUntil } = rampArea(plan);
      const seconds = secondsUntil(part * arrivals);
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThanOrEqual((plan.micros / 1_000_000) * (1 + 1e-6));
    }),
    { numRuns: 2000 },
  );
});

test('the expected time of a plan is a number that never falls, and 0 for no arrival', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.integer({ min: 0, max: 2000 }), ({ plan }, count) => {
      const [none, some, more] = [0, count, count + 1].map((arrivals) => expectedSeconds(plan, arrivals));
      if (plan.kind === 'trace') return;
      expect(none).toBe(0);
      expect(some).toBeGreaterThanOrEqual(0);
      expect(more).toBeGreaterThanOrEqual(some ?? Number.NaN);
    }),
    { numRuns: 500 },
  );
});
