import type { Random } from '../random/create-random.ts';
import { type ArrivalSchedule, assertRate, type ScheduleEnd } from './arrival-schedule.ts';
import { gapCursor } from './gap-cursor.ts';

/**
 * A Poisson process: independent exponential gaps with mean 1 / rate, the first one before the first request. The
 * instants depend on the seed of `random` alone, not on how much of it was used.
 */
export function poissonSchedule(
  requestsPerSecond: number,
  end: ScheduleEnd,
  random: Random,
): ArrivalSchedule {
  assertRate(requestsPerSecond);
  const meanGapMicros = 1_000_000 / requestsPerSecond;
  const startGaps = () => {
    const gaps = random.fork('poisson-arrivals');
    return () => gaps.exponential(meanGapMicros);
  };
  return { kind: 'poisson', at: gapCursor(startGaps, end) };
}
