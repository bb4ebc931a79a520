import { performance } from 'node:perf_hooks';
import type { Micros } from '../units/units.ts';

/** A monotonic clock in microseconds from a zero that all threads of a run share. */
export type Clock = { now(): Micros };

/** The run's zero: an absolute reading of the process-wide monotonic clock, in nanoseconds. */
export type ClockZero = bigint;

export const readClockZero = (): ClockZero => process.hrtime.bigint();

/**
 * A clock on the shared zero. `performance.now()` is the cheapest monotonic reading in a thread, but each thread counts
 * it from its own start; the offset to the process-wide clock is fixed, so it is measured once (the tightest of five).
 */
export function createMonotonicClock(zero: ClockZero): Clock {
  let offset = 0;
  let tightest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const before = performance.now();
    const absolute = Number(process.hrtime.bigint() - zero) / 1000;
    const after = performance.now();
    if (after - before < tightest) {
      tightest = after - before;
      offset = absolute - ((before + after) / 2) * 1000;
    }
  }
  return { now: () => (performance.now() * 1000 + offset) as Micros };
}
