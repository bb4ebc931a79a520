import { assertNever } from '../errors/assert-never.ts';
import type { NumberDistribution } from '../plan/number-distribution.ts';
import type { Random } from '../random/create-random.ts';

type Bounds = { readonly min: number; readonly max: number };

/** Draws of a distribution whose bounds it hardly ever meets end here, at the nearest bound. */
const maximumDraws = 64;

/**
 * A whole number of the distribution, in its own unit (tokens, turns, microseconds). It is never below the distribution's
 * own minimum, nor above its maximum; exponential numbers are at least 0. A draw outside the bounds is drawn again, 64
 * times at most, then the nearest bound stands, so that bounds far from the mean cannot hang a run.
 * Throws a RangeError where there is nothing to draw from: no values, or a maximum below the minimum.
 */
export function drawNumber(distribution: NumberDistribution, random: Random): number {
  switch (distribution.kind) {
    case 'fixed':
      return Math.round(distribution.value);
    case 'uniform': {
      const { min, max } = wholeBounds(distribution);
      return min + random.integer(max - min + 1);
    }
    case 'normal':
      return drawInside(
        distribution,
        () => distribution.mean + distribution.deviation * standardNormal(random),
      );
    case 'lognormal':
      return drawInside(
        distribution,
        () => distribution.median * Math.exp(distribution.sigma * standardNormal(random)),
      );
    case 'exponential':
      // Rounding, unlike cutting the fraction off, leaves the mean where it is.
      return Math.round(random.exponential(distribution.mean));
    case 'empirical':
      return Math.round(distribution.values[random.integer(distribution.values.length)] ?? 0);
    default:
      return assertNever(distribution);
  }
}

/** The whole numbers inside the bounds. */
function wholeBounds({ min, max }: Bounds): Bounds {
  const whole = { min: Math.ceil(min), max: Math.floor(max) };
  if (!(whole.min <= whole.max)) throw new RangeError(`there is no whole number from ${min} to ${max}`);
  return whole;
}

function drawInside(bounds: Bounds, draw: () => number): number {
  const { min, max } = wholeBounds(bounds);
  let value = 0;
  for (let count = 0; count < maximumDraws; count++) {
    value = Math.round(draw());
    if (value >= min && value <= max) return value;
  }
  return Math.min(max, Math.max(min, value));
}

/** A normal number with mean 0 and deviation 1, by the transformation of Box and Muller (1958). */
function standardNormal(random: Random): number {
  // 1 - next() lies in (0, 1], so the logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
