import { type ArrivalSchedule, instantBeforeEnd, type ScheduleEnd } from './arrival-schedule.ts';

/** So many arrivals at the first instant, and no more. */
export function atOnceSchedule(count: number, end: ScheduleEnd): ArrivalSchedule {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`a burst needs a positive whole number of arrivals, not ${count}`);
  }
  return { kind: 'at-once', at: (index) => (index < count ? instantBeforeEnd(index, 0, end) : null) };
}
