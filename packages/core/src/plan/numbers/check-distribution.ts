import type { NumberDistribution } from '../number-distribution.ts';
import type { NumberUnit } from './number-unit.ts';

/**
 * What is wrong with a distribution as a source of numbers of a unit, or `null`. Text and keys both end here, so that
 * both say the same.
 */
export function distributionProblem(numbers: NumberDistribution, unit: NumberUnit): string | null {
  switch (numbers.kind) {
    case 'fixed':
      return valueProblem(numbers.value, unit);
    case 'uniform':
      return (
        valueProblem(numbers.min, unit) ?? valueProblem(numbers.max, unit) ?? boundsProblem(numbers, unit)
      );
    case 'normal':
      return boundedProblem(numbers.mean, 'mean', numbers, unit);
    case 'lognormal':
      return boundedProblem(numbers.median, 'median', numbers, unit);
    case 'exponential':
      if (unit.name !== 'time')
        return 'exponential is for times; most lengths that vary so widely are lognormal, such as lognormal:200,1';
      return numbers.mean > 0 ? null : 'the mean of an exponential time must be more than 0s';
    case 'empirical':
      if (unit.name !== 'tokens')
        return `${unit.name === 'time' ? 'times are' : 'turns are'} not read from a file`;
      return numbers.source.trim() === ''
        ? 'file: needs the path of a file with one length on each line'
        : null;
  }
}

type Bounds = { readonly min: number; readonly max: number };

function boundedProblem(center: number, name: string, bounds: Bounds, unit: NumberUnit): string | null {
  const problem =
    valueProblem(bounds.min, unit) ?? valueProblem(bounds.max, unit) ?? boundsProblem(bounds, unit);
  if (problem !== null) return problem;
  if (center > 0 && center >= bounds.min && center <= bounds.max) return null;
  // Draws outside the bounds are drawn again: a centre outside them would be drawn for ever.
  return `the ${name} ${unit.write(center)} must lie between ${unit.write(bounds.min)} and ${unit.write(bounds.max)}`;
}

function boundsProblem({ min, max }: Bounds, unit: NumberUnit): string | null {
  return min <= max
    ? null
    : `${unit.write(min)}-${unit.write(max)} runs backwards; write the smaller one first`;
}

function valueProblem(value: number, unit: NumberUnit): string | null {
  if (value < unit.smallest) return `must be at least ${unit.write(unit.smallest)}, not ${unit.write(value)}`;
  return Number.isSafeInteger(value) ? null : `must be a whole number of ${unit.name}, not ${value}`;
}
