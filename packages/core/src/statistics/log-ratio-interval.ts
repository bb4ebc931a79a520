import type { RatioInterval, RatioSamples } from './bootstrap-ratio.ts';
import { ratioOfMeans } from './bootstrap-ratio.ts';
import { intervalConfidence } from './confidence.ts';
import { standardDeviationOf } from './mean.ts';
import { studentQuantile } from './student-t.ts';

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
  const half = halfWidth(baseline, samples.baseline.length, candidate, samples.candidate.length);
  const high = ratio * Math.exp(half);
  return Number.isFinite(high)
    ? { ratio, low: ratio * Math.exp(-half), high, method: 't-of-log-ratio' }
    : null;
}

function varianceOfLogMean(values: readonly number[]): number | null {
  const deviation = standardDeviationOf(values.map(Math.log));
  return deviation === null ? null : deviation ** 2 / values.length;
}

/** Welch and Satterthwaite: degrees = (u + v)^2 / (u^2 / (m - 1) + v^2 / (n - 1)) for the means' variances u and v. */
function halfWidth(
  baseline: number,
  baselineCount: number,
  candidate: number,
  candidateCount: number,
): number {
  const variance = baseline + candidate;
  if (variance === 0) return 0;
  const degrees =
    variance ** 2 / (baseline ** 2 / (baselineCount - 1) + candidate ** 2 / (candidateCount - 1));
  return studentQuantile(0.5 + intervalConfidence / 2, degrees) * Math.sqrt(variance);
}
