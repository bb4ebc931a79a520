import { assertNever } from '../../errors/assert-never.ts';
import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { ComparisonProblem } from './compare-sides.ts';

type Named = Pick<Comparison, 'baseline' | 'candidate' | 'metric'>;

/** A problem as an English sentence; other languages have their own words for its code. */
export function comparisonReasonText({ code, side, repeat }: ComparisonProblem, names: Named): string {
  const target = side === null ? '' : names[side];
  switch (code) {
    case 'level-missing':
      return `${target} was not measured at this level`;
    case 'stage-failed':
      return `repeat ${repeat} of ${target} failed`;
    case 'stage-invalid':
      return `repeat ${repeat} of ${target} is invalid`;
    case 'value-unknown':
      return `${names.metric} of ${target} is unknown`;
    case 'no-ratio':
      return 'a value is zero or unknown, so there is no ratio';
    case 'one-repeat':
      return 'one repeat says nothing about noise; at least 2 are needed, 3 are better';
    case 'window-too-short':
      return 'one repeat, and its window is too short to be cut into blocks; repeats are needed';
    case 'no-interval':
      return 'a repeat gave zero, or the repeats differ too much for an interval';
    case 'interval-includes-one':
      return 'the interval includes 1';
    case 'not-after-correction':
      return "the interval excludes 1, but not after Holm's correction for the many comparisons of this metric";
    default:
      return assertNever(code);
  }
}
