import { inverseOf } from './inverse-of.ts';

/** A point to fit, with its weight: twice the weight counts like two points. */
export type WeightedPoint = { readonly x: number; readonly y: number; readonly weight: number };

/** A curve with parameters, none of which may go below its bound. */
export type NonlinearModel = {
  readonly start: readonly number[];
  readonly lowerBounds: readonly number[];
  readonly valueAt: (x: number, parameters: readonly number[]) => number;
  /** Derivative by each parameter. */
  readonly gradientAt: (x: number, parameters: readonly number[]) => readonly number[];
};

/** Fitted parameters, each with its standard error. */
export type NonlinearFit = {
  readonly parameters: readonly number[];
  /**
   * From the inverse of the Jacobian's square, times the residual variance over n - p degrees of freedom; `null` for a
   * parameter on its bound, which is no estimate, and for all where no degree of freedom is left.
   */
  readonly errors: readonly (number | null)[];
  /** Weighted sum of squared residuals. */
  readonly residualSum: number;
};

const maximumSteps = 500;
const dampingLimit = 1e12;
const convergence = 1e-14;
/** Residuals below this share of the values are rounding. */
const rounding = 1e-26;

/**
 * Fits a curve by weighted least squares: Levenberg and Marquardt's damped steps, scaled by the diagonal (Marquardt,
 * 1963), with parameters kept at or above their bounds. `null` where it does not come to an end.
 *
 *     step = (J'WJ + damping * diag(J'WJ))^-1 J'W residual, over the parameters that may move
 */
export function nonlinearLeastSquares(
  points: readonly WeightedPoint[],
  model: NonlinearModel,
): NonlinearFit | null {
  let parameters: readonly number[] = model.start;
  let sum = residualSumOf(points, model, parameters);
  let damping = 1e-3;
  const negligible = rounding * points.reduce((total, { y, weight }) => total + weight * y * y, 0);
  for (let step = 0; step < maximumSteps; step++) {
    const tried = dampedStep(points, model, parameters, damping);
    const triedSum = tried === null ? Number.POSITIVE_INFINITY : residualSumOf(points, model, tried);
    if (tried !== null && triedSum <= sum) {
      const isDone =
        triedSum <= negligible || (sum - triedSum <= convergence * sum && isClose(tried, parameters));
      parameters = tried;
      sum = triedSum;
      damping = Math.max(damping / 10, 1e-15);
      if (isDone) return fitAt(points, model, parameters);
    } else {
      damping *= 10;
      // No step of any length goes down: this is the minimum, or rounding hides the way to it.
      if (damping > dampingLimit) return fitAt(points, model, parameters);
    }
  }
  return null;
}

function isClose(one: readonly number[], other: readonly number[]): boolean {
  return one.every((value, index) => {
    const before = other[index] ?? 0;
    return Math.abs(value - before) <= 1e-10 * Math.max(Math.abs(value), Math.abs(before));
  });
}

function residualSumOf(
  points: readonly WeightedPoint[],
  model: NonlinearModel,
  parameters: readonly number[],
): number {
  const sum = points.reduce(
    (total, { x, y, weight }) => total + weight * (y - model.valueAt(x, parameters)) ** 2,
    0,
  );
  return Number.isFinite(sum) ? sum : Number.POSITIVE_INFINITY;
}

function dampedStep(
  points: readonly WeightedPoint[],
  model: NonlinearModel,
  parameters: readonly number[],
  damping: number,
): readonly number[] | null {
  const slope = parameters.map((_, index) => descent(points, model, parameters, index));
  const free = freeParameters(model, parameters, slope);
  const damped = normalMatrix(points, model, parameters, free).map((row, index) =>
    row.map((value, column) => (column === index ? value * (1 + damping) : value)),
  );
  const inverse = inverseOf(damped);
  if (inverse === null) return null;
  return parameters.map((value, index) => {
    const row = inverse[free.indexOf(index)];
    if (row === undefined) return value;
    const change = row.reduce((sum, factor, column) => sum + factor * (slope[free[column] ?? -1] ?? 0), 0);
    return Math.max(value + change, model.lowerBounds[index] ?? Number.NEGATIVE_INFINITY);
  });
}

/** Half of how fast the sum falls when a parameter grows. */
function descent(
  points: readonly WeightedPoint[],
  model: NonlinearModel,
  parameters: readonly number[],
  index: number,
): number {
  return points.reduce((sum, { x, y, weight }) => {
    const derivative = model.gradientAt(x, parameters)[index] ?? 0;
    return sum + weight * derivative * (y - model.valueAt(x, parameters));
  }, 0);
}

/** Indexes of the parameters that may move: off their bound, or pulled away from it. */
function freeParameters(
  model: NonlinearModel,
  parameters: readonly number[],
  slope: readonly number[],
): number[] {
  return parameters.flatMap((value, index) => {
    const isHeld =
      value <= (model.lowerBounds[index] ?? Number.NEGATIVE_INFINITY) && (slope[index] ?? 0) <= 0;
    return isHeld ? [] : [index];
  });
}

function normalMatrix(
  points: readonly WeightedPoint[],
  model: NonlinearModel,
  parameters: readonly number[],
  free: readonly number[],
): number[][] {
  const gradients = points.map(({ x, weight }) => ({ weight, gradient: model.gradientAt(x, parameters) }));
  return free.map((row) =>
    free.map((column) =>
      gradients.reduce(
        (sum, { weight, gradient }) => sum + weight * (gradient[row] ?? 0) * (gradient[column] ?? 0),
        0,
      ),
    ),
  );
}

function fitAt(
  points: readonly WeightedPoint[],
  model: NonlinearModel,
  parameters: readonly number[],
): NonlinearFit {
  const residualSum = residualSumOf(points, model, parameters);
  const free = parameters.flatMap((value, index) =>
    value > (model.lowerBounds[index] ?? Number.NEGATIVE_INFINITY) ? [index] : [],
  );
  const degrees = points.length - free.length;
  const inverse = degrees > 0 ? inverseOf(normalMatrix(points, model, parameters, free)) : null;
  const errors = parameters.map((_, index) => {
    const place = free.indexOf(index);
    const variance = inverse?.[place]?.[place];
    return variance === undefined || !(variance >= 0) ? null : Math.sqrt((variance * residualSum) / degrees);
  });
  return { parameters, errors, residualSum };
}
