import type { Micros } from '../units/units.ts';
import { instantBeforeEnd, type ScheduleEnd } from './arrival-schedule.ts';

/** Draws the next gap between two arrivals, in microseconds (not rounded, never negative). */
export type NextGap = () => number;

/**
 * Instants as the running sum of random gaps, the first gap before the first request. `startGaps` begins the same
 * sequence of gaps again each time.
 *
 * Nothing is stored but a cursor, so a run of days needs no more memory than one of seconds. Going forward, also in
 * strides, costs one gap for each step. An index before the last one asked for replays from the start: it gives the same
 * instant, slowly.
 */
export function gapCursor(startGaps: () => NextGap, end: ScheduleEnd): (index: number) => Micros | null {
  let nextGap = startGaps();
  let drawn = 0;
  let instantMicros = 0;
  return (index) => {
    if (index < drawn - 1) {
      nextGap = startGaps();
      drawn = 0;
      instantMicros = 0;
    }
    // Past the end nothing more is drawn: a caller may probe any index without walking there.
    while (drawn <= index && instantBeforeEnd(drawn, instantMicros, end) !== null) {
      instantMicros += nextGap();
      drawn += 1;
    }
    return drawn > index ? instantBeforeEnd(index, instantMicros, end) : null;
  };
}
