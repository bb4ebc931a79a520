import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import { createRandom } from '../random/create-random.ts';
import { createSchedule } from './create-schedule.ts';
import { plannedLength } from './planned-length.ts';

/**
 * Seconds from the first arrival until so many are expected to have come, for a screen: random gaps count as even ones.
 * `null` for a trace, whose instants are in its file. For more arrivals than the plan has it is where the plan ends.
 */
export function expectedSeconds(plan: ArrivalPlan, count: number): number | null {
  if (plan.kind === 'trace') return null;
  if (count <= 0) return 0;
  // Even arrivals draw nothing.
  const schedule = createSchedule({ plan: evenly(plan), end: {}, random: createRandom(0n), trace: null });
  const instant = schedule.at(count - 1);
  return (instant ?? plannedLength(plan, null) ?? 0) / 1_000_000;
}

function evenly(plan: ArrivalPlan): ArrivalPlan {
  return plan.kind === 'poisson' || plan.kind === 'gamma'
    ? { kind: 'constant', requestsPerSecond: plan.requestsPerSecond }
    : plan;
}
