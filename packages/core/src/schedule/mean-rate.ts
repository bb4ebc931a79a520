import { assertNever } from '../errors/assert-never.ts';
import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import type { TraceData } from '../workload/traces/trace-data.ts';
import type { ArrivalPlanOf } from './arrival-schedule.ts';
import { plannedLength } from './planned-length.ts';
import { rampArea } from './ramp-area.ts';

/**
 * Requests per second that a plan means, over its own length (a ramp: until it reaches its last rate). Of a trace it is
 * one over the mean gap, so that evenly recorded arrivals have the rate they were recorded at. `null` where there is no
 * such rate: a burst, a trace whose arrivals all share one instant, a trace that is not read yet.
 */
export function meanRate(plan: ArrivalPlan, trace: TraceData | null): number | null {
  switch (plan.kind) {
    case 'constant':
    case 'poisson':
    case 'gamma':
      return plan.requestsPerSecond;
    case 'ramp':
      return perSecond(rampArea(plan).arrivals, plan.micros);
    case 'steps':
      return perSecond(arrivalsOf(plan), plannedLength(plan, null));
    case 'trace':
      return trace === null ? null : perSecond(trace.count - 1, plannedLength(plan, trace));
    case 'at-once':
      return null;
    default:
      return assertNever(plan);
  }
}

const arrivalsOf = ({ steps }: ArrivalPlanOf<'steps'>): number =>
  steps.reduce((sum, step) => sum + (step.requestsPerSecond * step.micros) / 1_000_000, 0);

const perSecond = (arrivals: number, lengthMicros: number | null): number | null =>
  lengthMicros === null || lengthMicros <= 0 ? null : (arrivals * 1_000_000) / lengthMicros;
