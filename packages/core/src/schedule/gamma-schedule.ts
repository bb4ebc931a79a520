import { usageError } from '../errors/kneepoint-error.ts';
import { leastBurstiness } from '../plan/arrivals/rate-arrivals-field.ts';
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
 * far above 1 they are almost even. Throws a usage error for a burstiness below `leastBurstiness`.
 */
export function gammaSchedule(
  plan: ArrivalPlanOf<'gamma'>,
  end: ScheduleEnd,
  random: Random,
): ArrivalSchedule {
  assertRate(plan.requestsPerSecond);
  assertPositive(plan.burstiness, 'burstiness');
  if (plan.burstiness < leastBurstiness)
    throw usageError(
      'burstiness-too-small',
      `gamma arrivals need a burstiness of at least ${leastBurstiness}, not ${plan.burstiness}`,
      'below it nearly all requests come at once and then none for longer than a stage lasts; try 0.1',
    );
  const startGaps = () =>
    gammaDraws(plan.burstiness, 1_000_000 / plan.requestsPerSecond, random.fork('gamma-arrivals'));
  return { kind: 'gamma', at: gapCursor(startGaps, end) };
}
