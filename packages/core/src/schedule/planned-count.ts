import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import { createRandom } from '../random/create-random.ts';
import type { TraceData } from '../workload/traces/trace-data.ts';
import type { ScheduleEnd } from './arrival-schedule.ts';
import { createSchedule } from './create-schedule.ts';

/**
 * How many arrivals a schedule has, where that is known without playing it: exactly what `createSchedule` gives. `null`
 * where chance decides it (random arrivals against the clock), where there is no end, or while the trace is not read yet.
 */
export function plannedCount(plan: ArrivalPlan, end: ScheduleEnd, trace: TraceData | null): number | null {
  if (plan.kind === 'poisson' || plan.kind === 'gamma') {
    return end.durationMicros === undefined ? (end.count ?? null) : null;
  }
  if (plan.kind === 'trace' && trace === null) return null;
  const isEndless = end.count === undefined && end.durationMicros === undefined && !endsByItself(plan);
  if (isEndless) return null;
  // The remaining kinds draw nothing.
  const schedule = createSchedule({ plan, end, trace, random: createRandom(0n) });
  return firstIndexWhere((index) => schedule.at(index) === null);
}

const endsByItself = (plan: ArrivalPlan): boolean =>
  plan.kind === 'steps' ||
  plan.kind === 'trace' ||
  plan.kind === 'at-once' ||
  (plan.kind === 'ramp' && plan.to === 0);

/** The first whole number from 0 for which a condition holds that stays true once it is: doubling, then bisection. */
function firstIndexWhere(holds: (index: number) => boolean): number {
  let above = 1;
  while (!holds(above - 1)) above *= 2;
  let below = above === 1 ? 0 : above / 2;
  let found = above - 1;
  while (below < found) {
    const middle = Math.floor((below + found) / 2);
    if (holds(middle)) found = middle;
    else below = middle + 1;
  }
  return found;
}
