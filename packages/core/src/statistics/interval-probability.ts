import type { RatioInterval } from './bootstrap-ratio.ts';
import { intervalConfidence } from './confidence.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { studentProbability, studentQuantile } from './student-t.ts';

/**
 * The two-sided probability of a ratio as far from 1, or farther, where there is no difference, read off the interval:
 * the half of it that points to 1 is so many standard errors of the logarithm. It is below 0.05 exactly where the
 * 95 % interval excludes 1, so that the two never contradict each other.
 */
export function intervalProbability({ ratio, low, high, degrees }: RatioInterval): number {
  const distance = Math.abs(Math.log(ratio));
  const half = ratio > 1 ? Math.log(ratio / low) : Math.log(high / ratio);
  if (distance === 0) return 1;
  // No spread at all: whatever differs, differs.
  if (half <= 0) return 0;
  const isNormal = degrees === null || degrees <= 0;
  const edge = 0.5 + intervalConfidence / 2;
  const errors = (distance / half) * (isNormal ? normalQuantile(edge) : studentQuantile(edge, degrees));
  const below = isNormal ? normalProbability(-errors) : studentProbability(-errors, degrees);
  return Math.min(1, 2 * below);
}
