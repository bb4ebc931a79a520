import type { Random } from '../../random/create-random.ts';
import { randomNormal } from '../random-draws.ts';

/** Values of one side's repeats: lognormal around a median, `noise` the standard deviation of the logarithm. */
export function lognormalRepeats(
  random: Random,
  side: { readonly repeats: number; readonly median: number; readonly noise: number },
): readonly number[] {
  return Array.from(
    { length: side.repeats },
    () => side.median * Math.exp(side.noise * randomNormal(random)),
  );
}

/** Whether an interval names a winner. */
export const excludesOne = (interval: { readonly low: number; readonly high: number } | null): boolean =>
  interval !== null && (interval.low > 1 || interval.high < 1);
