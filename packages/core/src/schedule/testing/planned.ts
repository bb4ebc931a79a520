import type { ArrivalPlan } from '../../plan/arrival-plan.ts';
import { createRandom } from '../../random/create-random.ts';
import { type Micros, micros } from '../../units/units.ts';
import type { TraceData } from '../../workload/traces/trace-data.ts';
import { type ArrivalSchedule, plannedInstants, type ScheduleEnd } from '../arrival-schedule.ts';
import { createSchedule } from '../create-schedule.ts';

/** What a test may say about a schedule beside its plan. */
export type PlannedParts = ScheduleEnd & { readonly seed?: bigint; readonly trace?: TraceData };

/** The schedule of a plan as a worker makes it. */
export function scheduleOf(plan: ArrivalPlan, parts: PlannedParts = {}): ArrivalSchedule {
  return createSchedule({
    plan,
    end: { count: parts.count, durationMicros: parts.durationMicros },
    random: createRandom(parts.seed ?? 1n),
    trace: parts.trace ?? null,
  });
}

/** The instants of a plan in order, at most `limit` of them. */
export function instantsOf(plan: ArrivalPlan, limit: number, parts: PlannedParts = {}): readonly Micros[] {
  return plannedInstants(scheduleOf(plan, parts), limit);
}

/** Seconds as microseconds. */
export const seconds = (value: number): Micros => micros(value * 1_000_000);

/** A recorded trace with these instants and no lengths. */
export function traceOf(instants: readonly number[]): TraceData {
  const count = instants.length;
  const unknown = () => new Int32Array(new SharedArrayBuffer(count * 4)).fill(-1);
  const column = new Float64Array(new SharedArrayBuffer(count * 8));
  column.set(instants);
  return {
    source: 'recorded.csv',
    count,
    instants: column,
    inputTokens: unknown(),
    outputTokens: unknown(),
    prefixBlocks: null,
    skippedLines: 0,
  };
}
