import type { NumberDistribution } from '../plan/number-distribution.ts';
import type { Random } from '../random/create-random.ts';
import { drawNumber } from './draw-number.ts';

/** The number of request k: the same in every worker, whatever was drawn before. */
export type IndexedNumbers = (index: number) => number;

/**
 * Numbers by index, each drawn from its own fork of `root` and at least `minimum`: a smaller draw becomes the minimum.
 * A fixed number costs no drawing.
 */
export function indexedNumbers(
  distribution: NumberDistribution,
  root: Random,
  minimum: number,
): IndexedNumbers {
  if (distribution.kind === 'fixed') {
    const value = Math.max(minimum, drawNumber(distribution, root));
    return () => value;
  }
  return (index) => Math.max(minimum, drawNumber(distribution, root.fork(index)));
}
