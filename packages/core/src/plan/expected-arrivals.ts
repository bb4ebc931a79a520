import { assertNever } from '../errors/assert-never.ts';
import type { ArrivalPlan, RateStep } from './arrival-plan.ts';

/**
 * Seconds until so many arrivals are expected; `null` where the plan does not say (a trace), infinite where they never
 * come (more than the steps hold). For estimates on a screen: the schedule itself is in `schedule`.
 */
export function expectedSeconds(arrivals: ArrivalPlan, count: number): number | null {
  switch (arrivals.kind) {
    case 'constant':
    case 'poisson':
    case 'gamma':
      return count / arrivals.requestsPerSecond;
    case 'ramp':
      return rampSeconds(arrivals, count);
    case 'steps':
      return stepsSeconds(arrivals.steps, count);
    case 'trace':
      return null;
    case 'at-once':
      return 0;
    default:
      return assertNever(arrivals);
  }
}

type Ramp = Extract<ArrivalPlan, { readonly kind: 'ramp' }>;

/**
 * Arrivals so far are the integral of the rate. On a line, from a to b over T: at + (b - a)t^2 / 2T. On an exponential
 * curve: aT / ln(b/a) * (e^(t ln(b/a) / T) - 1). Solved for t; after T the rate stays b.
 */
function rampSeconds({ from, to, curve, micros }: Ramp, count: number): number {
  const time = micros / 1e6;
  const growth = Math.log(to / from);
  const isExponential = curve === 'exponential' && growth !== 0;
  const inRamp = isExponential ? ((to - from) * time) / growth : ((from + to) / 2) * time;
  if (count > inRamp) return time + (count - inRamp) / to;
  if (isExponential) return (Math.log(1 + (count * growth) / (from * time)) * time) / growth;
  const bend = (to - from) / time;
  return (2 * count) / (from + Math.sqrt(from * from + 2 * bend * count));
}

function stepsSeconds(steps: readonly RateStep[], count: number): number {
  let seconds = 0;
  let left = count;
  for (const { requestsPerSecond, micros } of steps) {
    const arrivals = (requestsPerSecond * micros) / 1e6;
    if (left <= arrivals) return seconds + (left === 0 ? 0 : left / requestsPerSecond);
    left -= arrivals;
    seconds += micros / 1e6;
  }
  return Number.POSITIVE_INFINITY;
}
