import type { Random } from '../random/create-random.ts';
import { type ArrivalSchedule, assertRate, instantBeforeEnd, type ScheduleEnd } from './arrival-schedule.ts';

/**
 * A Poisson process: independent exponential gaps with mean 1 / rate, the first one before the first request. The
 * instants depend on the seed of `random` alone, not on how much of it was used.
 *
 * Nothing is stored but a cursor: going forward, also in strides, costs one number for each step. An earlier index than
 * the last one asked for replays from the start; it gives the same instant, slowly.
 */
export function poissonSchedule(
  options: ScheduleEnd & { readonly requestsPerSecond: number; readonly random: Random },
): ArrivalSchedule {
  assertRate(options.requestsPerSecond);
  const meanGapMicros = 1_000_000 / options.requestsPerSecond;
  const startGaps = () => options.random.fork('poisson-arrivals');
  let gaps = startGaps();
  let next = 0;
  let instantMicros = 0;
  return {
    kind: 'poisson',
    at(index) {
      if (index < next - 1) {
        gaps = startGaps();
        next = 0;
        instantMicros = 0;
      }
      // Past the end nothing more is drawn: a caller may probe any index without walking there.
      while (next <= index && instantBeforeEnd(next, instantMicros, options) !== null) {
        instantMicros += gaps.exponential(meanGapMicros);
        next += 1;
      }
      return next > index ? instantBeforeEnd(index, instantMicros, options) : null;
    },
  };
}
