import { standardDeviationOf } from '../../statistics/mean.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import { studentQuantile } from '../../statistics/student-t.ts';

/** A gate never judges fewer repeats. */
export const fewestGateRepeats = 3;
/** More are no advice. */
const mostRepeats = 200;

/** The repeats that were seen, and the ratio that the interval must come off. */
export type UndecidedCell = {
  readonly baseline: readonly number[];
  readonly candidate: readonly number[];
  readonly ratio: number;
  readonly limit: number;
};

/**
 * How many repeats a side would decide a cell in four cases of five, if the ratio and the spread stay what they were: the
 * least n with (t(0.975; 2n - 2) + z(0.8)) sqrt((u + v) / n) <= |ln(ratio / limit)|, u and v the variances of the
 * logarithms. `null` where no spread is known, or more than 200 would be needed.
 */
export function repeatsToDecide({ baseline, candidate, ratio, limit }: UndecidedCell): number | null {
  const [u, v] = [logDeviation(baseline), logDeviation(candidate)];
  const distance = Math.abs(Math.log(ratio / limit));
  if (u === null || v === null || !(distance > 0)) return null;
  for (let repeats = fewestGateRepeats; repeats <= mostRepeats; repeats++) {
    const errors = studentQuantile(0.975, 2 * repeats - 2) + normalQuantile(0.8);
    if (errors * Math.sqrt((u ** 2 + v ** 2) / repeats) <= distance) return repeats;
  }
  return null;
}

const logDeviation = (values: readonly number[]): number | null =>
  standardDeviationOf(values.filter((value) => value > 0).map(Math.log));
