import {
  type ArrivalPlanOf,
  type ArrivalSchedule,
  assertPositive,
  instantBeforeEnd,
  type ScheduleEnd,
} from './arrival-schedule.ts';
import { wholeArrivals } from './whole-arrivals.ts';

/** A step with what came before it. */
type PlacedStep = {
  readonly requestsPerSecond: number;
  readonly startMicros: number;
  /** Arrivals before the step, which need not be a whole number. */
  readonly arrivalsBefore: number;
};

/**
 * One rate after the other: request k comes where the integral of the rate reaches k, the first at 0. An arrival that is
 * half due when a step ends is due after the other half at the next step's rate. A rate of 0 is a pause. The schedule
 * ends with the last step.
 */
export function stepsSchedule(plan: ArrivalPlanOf<'steps'>, end: ScheduleEnd): ArrivalSchedule {
  const { placed, arrivals } = placeSteps(plan);
  return {
    kind: 'steps',
    at: (index) => {
      const step = index < arrivals ? lastStepFrom(placed, index) : undefined;
      if (step === undefined) return null;
      const intoStep = (index - step.arrivalsBefore) / step.requestsPerSecond;
      return instantBeforeEnd(index, step.startMicros + intoStep * 1_000_000, end);
    },
  };
}

function placeSteps(plan: ArrivalPlanOf<'steps'>) {
  const placed: PlacedStep[] = [];
  let startMicros = 0;
  let arrivals = 0;
  for (const step of plan.steps) {
    assertPositive(step.micros, 'time of a step');
    // A pause has no place in the list: whatever is due at its start comes at the start of the next step with a rate.
    if (step.requestsPerSecond !== 0) {
      assertPositive(step.requestsPerSecond, 'rate of a step');
      placed.push({
        requestsPerSecond: step.requestsPerSecond,
        startMicros,
        arrivalsBefore: arrivals,
      });
    }
    arrivals = wholeArrivals(arrivals + (step.requestsPerSecond * step.micros) / 1_000_000);
    startMicros += step.micros;
  }
  if (placed.length === 0) throw new RangeError('a schedule of steps needs a step with a positive rate');
  return { placed, arrivals };
}

/** The last step that starts with at most `arrivals` behind it, by bisection. */
function lastStepFrom(placed: readonly PlacedStep[], arrivals: number): PlacedStep | undefined {
  let low = 0;
  let high = placed.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((placed[middle]?.arrivalsBefore ?? 0) <= arrivals) low = middle;
    else high = middle - 1;
  }
  return placed[low];
}
