import {
  type ArrivalPlanOf,
  type ArrivalSchedule,
  assertPositive,
  assertRate,
  instantBeforeEnd,
  type ScheduleEnd,
} from './arrival-schedule.ts';
import { rampArea } from './ramp-area.ts';

/**
 * Arrivals at a rate that changes from one value to another over a time and stays there: request k comes where the
 * integral of the rate reaches k, the first at 0. Nothing is a staircase and nothing drifts: each instant comes from its
 * index. After a fall to 0 nothing more arrives.
 */
export function rampSchedule(plan: ArrivalPlanOf<'ramp'>, end: ScheduleEnd): ArrivalSchedule {
  assertRamp(plan);
  const { arrivals, secondsUntil } = rampArea(plan);
  const secondsAt = (index: number): number | null => {
    if (index < arrivals) return secondsUntil(index);
    return plan.to === 0 ? null : plan.micros / 1_000_000 + (index - arrivals) / plan.to;
  };
  return {
    kind: 'ramp',
    at: (index) => {
      const seconds = secondsAt(index);
      return seconds === null ? null : instantBeforeEnd(index, seconds * 1_000_000, end);
    },
  };
}

/** Throws RangeError for a ramp without time, without any rate, or with a curve that cannot reach its ends. */
function assertRamp(plan: ArrivalPlanOf<'ramp'>): void {
  assertPositive(plan.micros, 'time of its ramp');
  const rates = [plan.from, plan.to];
  if (plan.curve === 'exponential') rates.forEach(assertRate);
  else if (!rates.every((rate) => Number.isFinite(rate) && rate >= 0) || Math.max(...rates) === 0) {
    throw new RangeError(
      `a ramp needs rates from 0 and one above it, not ${plan.from} and ${plan.to} requests/s`,
    );
  }
}
