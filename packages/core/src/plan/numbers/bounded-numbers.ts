import type { NumberDistribution } from '../number-distribution.ts';
import type { NumberUnit } from './number-unit.ts';

/** A bell without bounds of its own ends after so many deviations, where one draw in 16,000 lies beyond. */
const deviationsKept = 4;

/** Bounds as a person gives them: both, one or none. */
export type GivenBounds = { readonly min?: number | undefined; readonly max?: number | undefined };

/** A normal distribution; bounds that are not given lie four deviations from the mean. */
export function normalNumbers(
  mean: number,
  deviation: number,
  given: GivenBounds,
  unit: NumberUnit,
): NumberDistribution {
  const reach = deviationsKept * deviation;
  return {
    kind: 'normal',
    mean,
    deviation,
    min: given.min ?? Math.max(unit.smallest, Math.floor(mean - reach)),
    max: given.max ?? Math.ceil(mean + reach),
  };
}

/** A lognormal distribution; bounds that are not given lie four deviations of the logarithm from the median. */
export function lognormalNumbers(
  median: number,
  sigma: number,
  given: GivenBounds,
  unit: NumberUnit,
): NumberDistribution {
  const factor = Math.exp(deviationsKept * sigma);
  return {
    kind: 'lognormal',
    median,
    sigma,
    min: given.min ?? Math.max(unit.smallest, Math.floor(median / factor)),
    max: given.max ?? Math.ceil(median * factor),
  };
}
