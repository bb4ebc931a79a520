import type { Random } from '../random/create-random.ts';
import { bootstrapRatio, type RatioInterval, type RatioSamples } from './bootstrap-ratio.ts';
import { logRatioInterval } from './log-ratio-interval.ts';

/** From this many values on each side a bootstrap is drawn; of two values it could show four means at most. */
export const valuesForBootstrap = 3;

/**
 * The interval of a ratio of two means over repeats, honest for the few repeats that people run.
 *
 * A bootstrap alone is far too narrow for them: of two equal targets with 3 % noise it names a winner in 21 % of the
 * comparisons with three repeats, 12 % with five, 10 % with ten. Student's t on the logarithms keeps to 4 to 5 %. So
 * the interval is the bootstrap's, but no narrower than Student's t at either end; with two values it is
 * Student's alone, and `null` with fewer. Tests simulate these rates.
 */
export function ratioInterval(
  samples: RatioSamples,
  random: Random,
  resamples?: number,
): RatioInterval | null {
  const student = logRatioInterval(samples);
  if (student === null) return null;
  if (Math.min(samples.baseline.length, samples.candidate.length) < valuesForBootstrap) return student;
  const bootstrap = bootstrapRatio(samples, random, resamples);
  return bootstrap === null ? student : noNarrowerThan(student, bootstrap);
}

/** The bootstrap's interval, widened to Student's where that reaches farther. */
export function noNarrowerThan(student: RatioInterval, bootstrap: RatioInterval): RatioInterval {
  return {
    ...bootstrap,
    low: Math.min(bootstrap.low, student.low),
    high: Math.max(bootstrap.high, student.high),
    degrees: student.degrees,
  };
}
