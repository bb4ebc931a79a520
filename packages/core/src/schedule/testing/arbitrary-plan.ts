import fc from 'fast-check';
import type { ArrivalPlan } from '../../plan/arrival-plan.ts';
import { type PlannedParts, seconds, traceOf } from './planned.ts';

/** A plan with its trace, if it has one. */
export type PlanWithTrace = { readonly plan: ArrivalPlan; readonly parts: PlannedParts };

/** Rates of requests per second, with more weight on those that people write. */
export const arbitraryRate = fc.oneof(
  fc.double({ min: 0.01, max: 50_000, noNaN: true }),
  fc.constantFrom(1, 3, 7, 10, 333.3, 1000),
);
const rateOrNone = fc.oneof(
  { weight: 4, arbitrary: arbitraryRate },
  { weight: 1, arbitrary: fc.constant(0) },
);
const length = fc.integer({ min: 1, max: 20_000_000 }).map((value) => seconds(value / 1_000_000));

/** Ramps up and down, of both curves, from and to nothing on a line. */
export const arbitraryRamp = fc
  .record({
    kind: fc.constant('ramp' as const),
    from: rateOrNone,
    to: rateOrNone,
    curve: fc.constantFrom('linear' as const, 'exponential' as const),
    micros: length,
  })
  .filter(({ from, to, curve }) => from + to > 0 && (curve === 'linear' || from * to > 0));

/** Steps with pauses between them. */
export const arbitrarySteps = fc
  .record({
    kind: fc.constant('steps' as const),
    steps: fc.array(fc.record({ requestsPerSecond: rateOrNone, micros: length }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .filter(({ steps }) => steps.some((step) => step.requestsPerSecond > 0));

const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(3_000_000)), { minLength: 1, maxLength: 60 });
const recorded = fc.record({ gaps, timeScale: fc.double({ min: 0.1, max: 20, noNaN: true }) });

const without = (plan: ArrivalPlan): PlanWithTrace => ({ plan, parts: {} });

/** A plan of any kind. */
export const arbitraryPlan: fc.Arbitrary<PlanWithTrace> = fc.oneof(
  arbitraryRate.map((rate) => without({ kind: 'constant', requestsPerSecond: rate })),
  arbitraryRate.map((rate) => without({ kind: 'poisson', requestsPerSecond: rate })),
  fc
    .tuple(arbitraryRate, fc.double({ min: 0.05, max: 50, noNaN: true }))
    .map(([rate, burstiness]) => without({ kind: 'gamma', requestsPerSecond: rate, burstiness })),
  arbitraryRamp.map(without),
  arbitrarySteps.map(without),
  recorded.map(({ gaps: parts, timeScale }) => withTrace(parts, timeScale)),
  fc.integer({ min: 1, max: 400 }).map((count) => without({ kind: 'at-once', count })),
);

function withTrace(recordedGaps: readonly number[], timeScale: number): PlanWithTrace {
  const instants = [0];
  for (const gap of recordedGaps) instants.push((instants.at(-1) ?? 0) + gap);
  const trace = traceOf(instants);
  return { plan: { kind: 'trace', source: trace.source, timeScale }, parts: { trace } };
}
