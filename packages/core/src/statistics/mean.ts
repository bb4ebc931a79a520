import { intervalConfidence } from './confidence.ts';
import { studentQuantile } from './student-t.ts';

/** The mean, or `null` of nothing. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

/** The sample's standard deviation (n - 1), or `null` with fewer than two values. */
export function standardDeviationOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  const squares = sumOf(values.map((value) => (value - mean) ** 2));
  return Math.sqrt(squares / (values.length - 1));
}

/** Standard deviation / mean, without a unit; `null` with fewer than two values or a mean of zero. */
export function coefficientOfVariation(values: readonly number[]): number | null {
  const mean = meanOf(values);
  const deviation = standardDeviationOf(values);
  return mean === null || deviation === null || mean === 0 ? null : deviation / Math.abs(mean);
}

/** A mean with the ends of its 95 % interval, in the values' unit. */
export type MeanInterval = { readonly mean: number; readonly low: number; readonly high: number };

/** The mean with its 95 % interval by Student's t; `null` with fewer than two values, which say nothing of spread. */
export function meanInterval(values: readonly number[]): MeanInterval | null {
  const mean = meanOf(values);
  const deviation = standardDeviationOf(values);
  if (mean === null || deviation === null) return null;
  const quantile = studentQuantile(0.5 + intervalConfidence / 2, values.length - 1);
  const half = (quantile * deviation) / Math.sqrt(values.length);
  return { mean, low: mean - half, high: mean + half };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
