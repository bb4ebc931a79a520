import { assertNever } from '../errors/assert-never.ts';
import type { ArrivalKind } from '../plan/planned-stage.ts';
import type { Random } from '../random/create-random.ts';
import type { ArrivalSchedule, ScheduleEnd } from './arrival-schedule.ts';
import { constantSchedule } from './constant-schedule.ts';
import { poissonSchedule } from './poisson-schedule.ts';

/** What any kind of schedule needs; `random` is used by the random kinds only. */
export type ScheduleOptions = ScheduleEnd & {
  readonly arrivals: ArrivalKind;
  readonly requestsPerSecond: number;
  readonly random: Random;
};

/** The schedule of a kind; this list is where a new kind is added. */
export function createSchedule(options: ScheduleOptions): ArrivalSchedule {
  switch (options.arrivals) {
    case 'constant':
      return constantSchedule(options);
    case 'poisson':
      return poissonSchedule(options);
    default:
      return assertNever(options.arrivals);
  }
}
