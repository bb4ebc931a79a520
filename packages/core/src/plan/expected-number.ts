import { assertNever } from '../errors/assert-never.ts';
import type { NumberDistribution } from './number-distribution.ts';

/**
 * The mean of what a distribution draws, in its own unit. Where draws outside the bounds are drawn again it is an
 * approximation: the mean without bounds, moved inside them. For estimates of time and size, not for results.
 */
export function expectedNumber(numbers: NumberDistribution): number {
  switch (numbers.kind) {
    case 'fixed':
      return numbers.value;
    case 'uniform':
      return (numbers.min + numbers.max) / 2;
    case 'normal':
      return inside(numbers.mean, numbers);
    case 'lognormal':
      return inside(numbers.median * Math.exp(numbers.sigma ** 2 / 2), numbers);
    case 'exponential':
      return numbers.mean;
    case 'empirical':
      return numbers.values.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.values.length);
    default:
      return assertNever(numbers);
  }
}

function inside(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(Math.max(value, min), max);
}
