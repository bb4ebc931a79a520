import { type ArrivalSchedule, assertRate, instantBeforeEnd, type ScheduleEnd } from './arrival-schedule.ts';

/**
 * Evenly spaced arrivals: request k at k / rate, the first at 0. Each instant comes from its index, so rounding to
 * microseconds never adds up to a drift.
 */
export function constantSchedule(requestsPerSecond: number, end: ScheduleEnd): ArrivalSchedule {
  assertRate(requestsPerSecond);
  return {
    kind: 'constant',
    at: (index) => instantBeforeEnd(index, (index * 1_000_000) / requestsPerSecond, end),
  };
}
