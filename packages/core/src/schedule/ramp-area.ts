import type { ArrivalPlanOf } from './arrival-schedule.ts';
import { wholeArrivals } from './whole-arrivals.ts';

/** A ramp as its area: how many arrivals it holds, and when so many of them have come. */
export type RampArea = {
  readonly arrivals: number;
  /** Seconds until the integral of the rate reaches `area`; one outside 0 to `arrivals` counts as the nearer of them. */
  readonly secondsUntil: (area: number) => number;
};

/** A rate that grows from `low` to `high` requests per second. */
type Rise = { readonly low: number; readonly high: number; readonly seconds: number };

/**
 * The area of a ramp in closed form. A falling ramp is a rising one read backwards from its end: there the formulas
 * subtract nothing close to equal, also where the rate falls to 0.
 */
export function rampArea(plan: ArrivalPlanOf<'ramp'>): RampArea {
  const { arrivals, secondsUntil } = openRamp(plan);
  // Beyond its ends a ramp has no rate, and a root or a logarithm no number.
  return { arrivals, secondsUntil: (area) => secondsUntil(Math.min(Math.max(0, area), arrivals)) };
}

function openRamp(plan: ArrivalPlanOf<'ramp'>): RampArea {
  const seconds = plan.micros / 1_000_000;
  if (plan.from === plan.to) {
    return { arrivals: wholeArrivals(plan.from * seconds), secondsUntil: (area) => area / plan.from };
  }
  const low = Math.min(plan.from, plan.to);
  const high = Math.max(plan.from, plan.to);
  const rising = (plan.curve === 'linear' ? linearRise : exponentialRise)({ low, high, seconds });
  if (plan.to > plan.from) return rising;
  return {
    arrivals: rising.arrivals,
    secondsUntil: (area) => Math.max(0, seconds - rising.secondsUntil(rising.arrivals - area)),
  };
}

/**
 * r(t) = low + s t with s = (high - low) / T, so R(t) = low t + s t^2 / 2. R(t) = k solved for t, in the form that does
 * not subtract: t = 2k / (low + sqrt(low^2 + 2 s k)).
 */
function linearRise({ low, high, seconds }: Rise): RampArea {
  const slope = (high - low) / seconds;
  return {
    arrivals: wholeArrivals(((low + high) / 2) * seconds),
    secondsUntil(area) {
      const ends = low + Math.sqrt(low * low + 2 * slope * area);
      // At its start a rise from 0 has no rate, also where the product is too small for a number: no division by it.
      return ends === 0 ? 0 : (2 * area) / ends;
    },
  };
}

/**
 * r(t) = low e^(g t) with g = ln(high / low) / T, so R(t) = low (e^(g t) - 1) / g, and t = ln(1 + g k / low) / g. The
 * forms with log1p stay exact where high is almost low.
 */
function exponentialRise({ low, high, seconds }: Rise): RampArea {
  const growth = Math.log1p((high - low) / low) / seconds;
  return {
    arrivals: wholeArrivals((high - low) / growth),
    secondsUntil: (area) => Math.log1p((growth * area) / low) / growth,
  };
}
