import { type LinearFit, linearRegression } from '../../statistics/linear-regression.ts';
import { meanOf } from '../../statistics/mean.ts';

/** How far a series rises or falls from its first block to its last, by the straight line through it. */
export type Drift = {
  /** The line's rise over all blocks, as a share of their mean; 0.1 is a tenth more at the end. */
  readonly share: number;
  /** Slope / its standard error: how far the rise stands out of the noise. Infinite where there is no noise at all. */
  readonly deviations: number;
};

/** The drift of equally long consecutive blocks; `null` with fewer than three of them, or a mean of zero. */
export function driftOf(values: readonly number[]): Drift | null {
  const mean = meanOf(values);
  const fit = linearRegression(values.map((y, x) => ({ x, y })));
  if (fit === null || fit.slopeError === null || mean === null || mean === 0) return null;
  return { share: (fit.slope * values.length) / mean, deviations: deviationsOf(fit, fit.slopeError) };
}

function deviationsOf({ slope }: LinearFit, error: number): number {
  return slope === 0 ? 0 : slope / error;
}
