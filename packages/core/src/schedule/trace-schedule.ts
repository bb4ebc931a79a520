import type { TraceData } from '../workload/traces/trace-data.ts';
import {
  type ArrivalSchedule,
  assertPositive,
  instantBeforeEnd,
  type ScheduleEnd,
} from './arrival-schedule.ts';

/** Recorded arrivals, row k at its instant / `timeScale`: 2 plays them twice as fast. It ends with the last row. */
export function traceSchedule(trace: TraceData, timeScale: number, end: ScheduleEnd): ArrivalSchedule {
  assertPositive(timeScale, 'time scale');
  return {
    kind: 'trace',
    at: (index) => {
      const recorded = trace.instants[index];
      return recorded === undefined ? null : instantBeforeEnd(index, recorded / timeScale, end);
    },
  };
}
