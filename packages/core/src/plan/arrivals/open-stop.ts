import { assertNever } from '../../errors/assert-never.ts';
import { usageError } from '../../errors/kneepoint-error.ts';
import { type Micros, micros } from '../../units/units.ts';
import type { ArrivalPlan } from '../arrival-plan.ts';
import type { StageLimit, WarmupLimit } from '../planned-stage.ts';
import { type FileFacts, factOf } from '../workload-file.ts';

/**
 * Where a stage with arrivals ends. A given end stands; without one a ramp ends when it is up, and steps, a trace and
 * requests at once with their last arrival. The warm-up is the first part of them, so it is taken off.
 * Throws a usage error where the warm-up leaves nothing to measure, or nothing says where to end.
 */
export function openStop(
  arrivals: ArrivalPlan,
  given: StageLimit | null,
  warmup: WarmupLimit,
  files: FileFacts,
): StageLimit {
  if (given !== null) return given;
  switch (arrivals.kind) {
    case 'constant':
    case 'poisson':
    case 'gamma':
      throw usageError('stage-without-end', 'a stage needs either a duration or a number of requests');
    case 'ramp':
      return timeAfter(warmup, arrivals.micros, 'the ramp');
    case 'steps':
      return timeAfter(warmup, stepsTime(arrivals.steps), 'the steps');
    case 'trace':
      return restOfTrace(arrivals, warmup, files);
    case 'at-once':
      return { kind: 'requests', count: arrivals.count };
    default:
      return assertNever(arrivals);
  }
}

/** The time of steps from the first to the end of the last. */
function stepsTime(steps: readonly { readonly micros: Micros }[]): Micros {
  return micros(steps.reduce((sum, step) => sum + step.micros, 0));
}

function timeAfter(warmup: WarmupLimit, time: Micros, what: string): StageLimit {
  const left = time - (warmup.kind === 'duration' ? warmup.micros : 0);
  if (left <= 0) throw nothingLeft(what);
  return { kind: 'duration', micros: micros(left) };
}

type TracePlan = Extract<ArrivalPlan, { readonly kind: 'trace' }>;

function restOfTrace({ source, timeScale }: TracePlan, warmup: WarmupLimit, files: FileFacts): StageLimit {
  const { count, instants } = factOf(files.traces, source);
  const warm =
    warmup.kind === 'requests'
      ? warmup.count
      : Array.from(instants).filter((instant) => Math.round(instant / timeScale) < warmup.micros).length;
  if (warm >= count) throw nothingLeft(`the trace ${source}`);
  return { kind: 'requests', count: count - warm };
}

const nothingLeft = (what: string): Error =>
  usageError(
    'warmup-takes-all',
    `the warm-up takes all of ${what}, so nothing is measured`,
    'shorten the warm-up',
  );
