import type { Random } from '../random/create-random.ts';
import {
  type ArrivalPlanOf,
  type ArrivalSchedule,
  assertPositive,
  assertRate,
  type ScheduleEnd,
} from './arrival-schedule.ts';
import { gammaDraws } from './gamma-draw.ts';
import { gapCursor } from './gap-cursor.ts';

/**
 * Independent gamma distributed gaps with mean 1 / rate and the shape `burstiness`, the first one before the first
 * request. A gap's deviation is its mean / sqrt(burstiness): 1 is a Poisson process, below 1 arrivals come in bunches,
 * far above 1 they are almost even.
 */
export function gammaSchedule(
  plan: ArrivalPlanOf<'gamma'>,
  end: ScheduleEnd,
  random: Random,
): ArrivalSchedule {
  assertRate(plan.requestsPerSecond);
  assertPositive(plan.burstiness, 'burstiness');
  const startGaps = () =>
    gammaDraws(plan.burstiness, 1_000_000 / plan.requestsPerSecond, random.fork('gamma-arrivals'));
  return { kind: 'gamma', at: gapCursor(startGaps, end) };
}
