import { assertNever } from '../errors/assert-never.ts';
import type { ArrivalPlan } from '../plan/arrival-plan.ts';
import type { Random } from '../random/create-random.ts';
import type { TraceData } from '../workload/traces/trace-data.ts';
import type { ArrivalSchedule, ScheduleEnd } from './arrival-schedule.ts';
import { atOnceSchedule } from './at-once-schedule.ts';
import { constantSchedule } from './constant-schedule.ts';
import { gammaSchedule } from './gamma-schedule.ts';
import { poissonSchedule } from './poisson-schedule.ts';
import { rampSchedule } from './ramp-schedule.ts';
import { stepsSchedule } from './steps-schedule.ts';
import { traceSchedule } from './trace-schedule.ts';

/** What a schedule is made of. */
export type ScheduleOptions = {
  readonly plan: ArrivalPlan;
  readonly end: ScheduleEnd;
  /** Used by the random kinds only; they fork it, so how much of it was taken before makes no difference. */
  readonly random: Random;
  /** The recorded arrivals, for a plan of kind `trace`. */
  readonly trace: TraceData | null;
};

/**
 * The schedule of a plan; this list is where a new kind is added. The same options give the same instants in every
 * worker, whichever indices it asks for. Throws RangeError for numbers that no plan may have, and Error for a trace plan
 * without its trace: both are mistakes in Kneepoint, not of its user.
 */
export function createSchedule({ plan, end, random, trace }: ScheduleOptions): ArrivalSchedule {
  switch (plan.kind) {
    case 'constant':
      return constantSchedule(plan.requestsPerSecond, end);
    case 'poisson':
      return poissonSchedule(plan.requestsPerSecond, end, random);
    case 'gamma':
      return gammaSchedule(plan, end, random);
    case 'ramp':
      return rampSchedule(plan, end);
    case 'steps':
      return stepsSchedule(plan, end);
    case 'trace':
      return traceSchedule(loadedTrace(plan.source, trace), plan.timeScale, end);
    case 'at-once':
      return atOnceSchedule(plan.count, end);
    default:
      return assertNever(plan);
  }
}

function loadedTrace(source: string, trace: TraceData | null): TraceData {
  if (trace === null)
    throw new Error(`the schedule of the trace ${source} was made before the file was read`);
  return trace;
}
