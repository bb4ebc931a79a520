import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import { meanRate } from './mean-rate.ts';
import { plannedCount } from './planned-count.ts';
import { plannedLength } from './planned-length.ts';
import { arbitraryPlan } from './testing/arbitrary-plan.ts';
import { instantsOf, seconds, traceOf } from './testing/planned.ts';

const trace = traceOf([0, 1_000_000, 2_000_000, 3_000_000, 4_000_000]);
const replay = (timeScale: number): ArrivalPlan => ({ kind: 'trace', source: 'recorded.csv', timeScale });
const ramp = (from: number, to: number, curve: 'linear' | 'exponential'): ArrivalPlan => ({
  kind: 'ramp',
  from,
  to,
  curve,
  micros: seconds(10),
});
const steps: ArrivalPlan = {
  kind: 'steps',
  steps: [
    { requestsPerSecond: 2, micros: seconds(30) },
    { requestsPerSecond: 8, micros: seconds(10) },
  ],
};

test.each<readonly [ArrivalPlan, rate: number | null, length: number | null]>([
  [{ kind: 'constant', requestsPerSecond: 4 }, 4, null],
  [{ kind: 'poisson', requestsPerSecond: 4 }, 4, null],
  [{ kind: 'gamma', requestsPerSecond: 4, burstiness: 0.3 }, 4, null],
  [ramp(0, 10, 'linear'), 5, 10],
  [ramp(10, 0, 'linear'), 5, 10],
  [ramp(3, 3, 'exponential'), 3, 10],
  [ramp(1, Math.E, 'exponential'), Math.E - 1, 10],
  [steps, 3.5, 40],
  [replay(1), 1, 4],
  [replay(2), 2, 2],
  [{ kind: 'at-once', count: 50 }, null, 0],
])('%j has its mean rate and its own length', (plan, rate, length) => {
  const found = meanRate(plan, trace);
  if (rate === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(rate, 12);
  expect(plannedLength(plan, trace)).toBe(length === null ? null : length * 1_000_000);
});

test('a trace that is not read yet, or of one instant, has no rate', () => {
  expect([meanRate(replay(1), null), plannedLength(replay(1), null)]).toEqual([null, null]);
  expect(plannedCount(replay(1), {}, null)).toBeNull();
  expect(meanRate(replay(1), traceOf([0, 0, 0]))).toBeNull();
});

test.each<readonly [ArrivalPlan, { count?: number; durationMicros?: number }, number | null]>([
  [{ kind: 'constant', requestsPerSecond: 3 }, { durationMicros: 1_000_000 }, 3],
  [{ kind: 'constant', requestsPerSecond: 3 }, { durationMicros: 1_000_001 }, 4],
  [{ kind: 'constant', requestsPerSecond: 3 }, { count: 2, durationMicros: 1_000_000 }, 2],
  [{ kind: 'constant', requestsPerSecond: 3 }, {}, null],
  [{ kind: 'constant', requestsPerSecond: 0.001 }, { count: 0 }, 0],
  [{ kind: 'poisson', requestsPerSecond: 3 }, { durationMicros: 1_000_000 }, null],
  [{ kind: 'poisson', requestsPerSecond: 3 }, { count: 7 }, 7],
  [{ kind: 'gamma', requestsPerSecond: 3, burstiness: 2 }, { count: 7, durationMicros: 1 }, null],
  [ramp(0, 10, 'linear'), {}, null],
  [ramp(0, 10, 'linear'), { durationMicros: 10_000_000 }, 50],
  [ramp(10, 0, 'linear'), {}, 50],
  [steps, {}, 140],
  [steps, { durationMicros: 31_000_000 }, 68],
  [replay(1), {}, 5],
  [replay(1), { durationMicros: 2_000_000 }, 2],
  [{ kind: 'at-once', count: 50 }, { durationMicros: 1 }, 50],
])('%j that ends at %j has %s arrivals', (plan, end, count) => {
  const durationMicros = end.durationMicros === undefined ? undefined : seconds(end.durationMicros / 1e6);
  expect(plannedCount(plan, { count: end.count, durationMicros }, trace)).toBe(count);
});

test('a count that is known in advance is the count of the schedule', () => {
  const limit = 2000;
  fc.assert(
    fc.property(arbitraryPlan, fc.nat(limit), fc.nat(3_000_000), ({ plan, parts }, count, time) => {
      const end = { count, durationMicros: seconds(time / 1e6) };
      const known = plannedCount(plan, end, parts.trace ?? null);
      if (known !== null) expect(instantsOf(plan, limit, { ...parts, ...end })).toHaveLength(known);
      expect(known === null).toBe(plan.kind === 'poisson' || plan.kind === 'gamma');
    }),
    { numRuns: 300 },
  );
});
