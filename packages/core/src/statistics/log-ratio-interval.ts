import type { RatioInterval, RatioSamples } from './bootstrap-ratio.ts';
import { ratioOfMeans } from './bootstrap-ratio.ts';
import { intervalConfidence } from './confidence.ts';
import { standardDeviationOf } from './mean.ts';
import { studentQuantile } from './student-t.ts';
import { type MeanVariance, welchDegrees } from './welch-degrees.ts';

/**
 * The ratio of two means with its 95 % interval by Student's t on the logarithms (Welch: the two spreads may differ).
 * It holds from two values on a side, where a bootstrap has nothing to draw from; with so few it is wide.
 * `null` with fewer than two values on a side, a value that is not positive, or values so far apart that no double holds
 * the upper end. Without any spread it is the bare ratio.
 */
export function logRatioInterval(samples: RatioSamples): RatioInterval | null {
  const ratio = ratioOfMeans(samples);
  if (ratio === null || [...samples.baseline, ...samples.candidate].some((value) => value <= 0)) return null;
  const baseline = varianceOfLogMean(samples.baseline);
  const candidate = varianceOfLogMean(samples.candidate);
  if (baseline === null || candidate === null) return null;
  return studentRatioInterval(ratio, baseline, candidate);
}

/** The interval around a ratio from the variances of the two logarithms; `null` where no double holds its upper end. */
export function studentRatioInterval(
  ratio: number,
  baseline: MeanVariance,
  candidate: MeanVariance,
): RatioInterval | null {
  const variance = baseline.variance + candidate.variance;
  const degrees = welchDegrees(baseline, candidate);
  const half =
    variance === 0 ? 0 : studentQuantile(0.5 + intervalConfidence / 2, degrees) * Math.sqrt(variance);
  const high = ratio * Math.exp(half);
  return Number.isFinite(high)
    ? { ratio, low: ratio * Math.exp(-half), high, method: 't-of-log-ratio', degrees }
    : null;
}

function varianceOfLogMean(values: readonly number[]): MeanVariance | null {
  const deviation = standardDeviationOf(values.map(Math.log));
  return deviation === null ? null : { variance: deviation ** 2 / values.length, count: values.length };
}
