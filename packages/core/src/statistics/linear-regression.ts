/** A point of a series. */
export type Point = { readonly x: number; readonly y: number };

/** The straight line through a series by least squares. */
export type LinearFit = {
  /** Change of y for each 1 of x. */
  readonly slope: number;
  readonly intercept: number;
  /** Standard error of the slope from the residuals, n - 2 degrees of freedom; `null` with fewer than three points. */
  readonly slopeError: number | null;
};

/**
 * Fits y = intercept + slope * x by least squares. `null` with fewer than two points, or where all have the same x.
 * The error of the slope takes the residuals as independent: give it means over blocks that are longer than the
 * memory of what is measured, not samples that follow one another closely.
 */
export function linearRegression(points: readonly Point[]): LinearFit | null {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (count < 2 || spread === 0) return null;
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const intercept = meanY - slope * meanX;
  const residual = points.reduce((sum, { x, y }) => sum + (y - intercept - slope * x) ** 2, 0);
  const slopeError = count < 3 ? null : Math.sqrt(residual / (count - 2) / spread);
  return { slope, intercept, slopeError };
}
