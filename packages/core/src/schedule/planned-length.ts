import { assertNever } from '../errors/assert-never.ts';
import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import { type Micros, micros } from '../units/units.ts';
import type { TraceData } from '../workload/traces/trace-data.ts';

/**
 * The time that a plan has of itself: of a ramp until it reaches its last rate, of steps until the last one ends, of a
 * trace until its last arrival, of a burst 0. `null` for plans without an end, and for a trace that is not read yet.
 *
 * It is no `durationMicros` of a schedule: that one excludes its instant, so the last arrival of a trace and a whole
 * burst would fall outside. Those kinds end by themselves.
 */
export function plannedLength(plan: ArrivalPlan, trace: TraceData | null): Micros | null {
  switch (plan.kind) {
    case 'constant':
    case 'poisson':
    case 'gamma':
      return null;
    case 'ramp':
      return plan.micros;
    case 'steps':
      return micros(plan.steps.reduce((sum, step) => sum + step.micros, 0));
    case 'trace':
      return trace === null
        ? null
        : micros(Math.round((trace.instants[trace.count - 1] ?? 0) / plan.timeScale));
    case 'at-once':
      return micros(0);
    default:
      return assertNever(plan);
  }
}
