import { intervalConfidence } from './confidence.ts';
import { normalProbability, normalQuantile } from './normal.ts';

/** How far single values pull the estimate, each with the number of times that it occurs. */
export type Influence = { readonly pull: number; readonly times: number };

/** The ends of a 95 % bootstrap interval, and whether they are corrected for bias and skewness. */
export type BootstrapInterval = { readonly low: number; readonly high: number; readonly corrected: boolean };

/**
 * The 95 % interval of an estimate from its resampled values: bias-corrected and accelerated (Efron, 1987). It falls
 * back to the plain percentiles where the correction is undefined: no spread, or all resamples on one side.
 *
 * BCa's shares in place of 2.5 % and 97.5 %: with bias z0 = Phi^-1(share of resamples below the estimate), acceleration a
 * and z the plain normal quantile, Phi(z0 + (z0 + z) / (1 - a (z0 + z))). The acceleration is the jackknife's,
 * sum(d^3) / (6 (sum d^2)^1.5) over the influences d of all samples.
 */
export function bcaInterval(
  estimate: number,
  ascending: Float64Array,
  influences: readonly Influence[],
): BootstrapInterval {
  const tail = (1 - intervalConfidence) / 2;
  // Resamples that equal the estimate count half: there are many where the samples are few.
  const below =
    ascending.reduce((sum, value) => sum + (value < estimate ? 1 : value === estimate ? 0.5 : 0), 0) /
    ascending.length;
  const acceleration = accelerationOf(influences);
  if (below <= 0 || below >= 1 || acceleration === null)
    return { low: valueAtShare(ascending, tail), high: valueAtShare(ascending, 1 - tail), corrected: false };
  const bias = normalQuantile(below);
  const shareOf = (plain: number): number => {
    const shifted = bias + normalQuantile(plain);
    return normalProbability(bias + shifted / (1 - acceleration * shifted));
  };
  return {
    low: valueAtShare(ascending, shareOf(tail)),
    high: valueAtShare(ascending, shareOf(1 - tail)),
    corrected: true,
  };
}

function accelerationOf(influences: readonly Influence[]): number | null {
  const squares = influences.reduce((sum, { pull, times }) => sum + times * pull ** 2, 0);
  const cubes = influences.reduce((sum, { pull, times }) => sum + times * pull ** 3, 0);
  const acceleration = cubes / (6 * squares ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : null;
}

/** The value that this share of ascending values lies below, interpolated. */
export function valueAtShare(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const lower = ascending[Math.floor(place)] ?? 0;
  const upper = ascending[Math.ceil(place)] ?? lower;
  return lower + (upper - lower) * (place - Math.floor(place));
}
