import type { ArrivalKind, ArrivalPlan } from '../plan/arrival-plan.ts';
import { type Micros, micros } from '../units/units.ts';

/** When each request of an open-loop stage is to start, as data: no clock, no socket. */
export type ArrivalSchedule = {
  readonly kind: ArrivalKind;
  /**
   * The planned instant of request `index` (from 0) in whole microseconds from the stage's start, never falling as the
   * index grows; `null` beyond the end, which is where the count is reached, the time has passed or the plan has no
   * more arrivals.
   */
  at(index: number): Micros | null;
};

/** Where a schedule ends: after so many requests, before that instant, at the earlier of both, or where the plan does. */
export type ScheduleEnd = {
  readonly count?: number | undefined;
  /** The last planned arrival is earlier than this. */
  readonly durationMicros?: Micros | undefined;
};

/** The plan of one kind. */
export type ArrivalPlanOf<Kind extends ArrivalKind> = Extract<ArrivalPlan, { readonly kind: Kind }>;

/** The first planned instants as a list: at most `limit` of them. */
export function plannedInstants(schedule: ArrivalSchedule, limit: number): readonly Micros[] {
  const instants: Micros[] = [];
  for (let index = 0; index < limit; index++) {
    const instant = schedule.at(index);
    if (instant === null) break;
    instants.push(instant);
  }
  return instants;
}

/** Rounds an instant to whole microseconds and applies the end. */
export function instantBeforeEnd(index: number, instantMicros: number, end: ScheduleEnd): Micros | null {
  const rounded = Math.round(instantMicros);
  if (index >= (end.count ?? Number.POSITIVE_INFINITY)) return null;
  return rounded < (end.durationMicros ?? Number.POSITIVE_INFINITY) ? micros(rounded) : null;
}

/** Throws RangeError for a rate that is no rate: the plan and the flags are checked long before. */
export function assertRate(requestsPerSecond: number): void {
  assertPositive(requestsPerSecond, 'rate');
}

/** Throws RangeError unless a number of the plan is positive and finite. */
export function assertPositive(value: number, what: string): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`a schedule needs a positive ${what}, not ${value}`);
  }
}
