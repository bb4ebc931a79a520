import { inverseOf } from '../../statistics/inverse-of.ts';

type Level = { readonly users: number; readonly throughput: number; readonly weight: number };

/**
 * Where the fit of the universal scalability law begins: `N / X = a + b (N - 1) + c N (N - 1)` is linear, with
 * lambda = 1 / a, sigma = b / a, kappa = c / a. Fitted with b and c not below 0 and each point weighted as its error in X
 * weighs (w X^4 / N^2). Without it a fit that lacks light levels may run away: all three can grow together without end.
 */
export function uslStart(points: readonly Level[]): readonly [number, number, number] {
  const fits = [[0, 1, 2], [0, 1], [0, 2], [0]].flatMap((terms) => linearFit(points, terms) ?? []);
  const [best] = fits.toSorted((one, other) => one.residualSum - other.residualSum);
  if (best === undefined) return [Number.MIN_VALUE, 0, 0];
  const [a, b, c] = best.coefficients;
  return [1 / a, b / a, c / a];
}

type LinearFit = {
  readonly coefficients: readonly [number, number, number];
  readonly residualSum: number;
};

/** `null` where a coefficient is out of bounds, or the points do not tell the terms apart. */
function linearFit(points: readonly Level[], terms: readonly number[]): LinearFit | null {
  const rows = points
    .filter(({ throughput }) => throughput > 0)
    .map(({ users, throughput, weight }) => ({
      basis: [1, users - 1, users * (users - 1)],
      y: users / throughput,
      weight: (weight * throughput ** 4) / users ** 2,
    }));
  const inverse = inverseOf(
    terms.map((one) =>
      terms.map((other) =>
        rows.reduce((sum, { basis, weight }) => sum + weight * (basis[one] ?? 0) * (basis[other] ?? 0), 0),
      ),
    ),
  );
  if (inverse === null) return null;
  const right = terms.map((term) =>
    rows.reduce((sum, { basis, y, weight }) => sum + weight * (basis[term] ?? 0) * y, 0),
  );
  const solved = inverse.map((row) =>
    row.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0),
  );
  const coefficients = [0, 1, 2].map((term) => solved[terms.indexOf(term)] ?? 0);
  const [a = 0, b = 0, c = 0] = coefficients;
  if (!(a > 0) || b < 0 || c < 0) return null;
  const residualSum = rows.reduce((sum, { basis, y, weight }) => {
    const [first = 0, second = 0, third = 0] = basis;
    return sum + weight * (y - a * first - b * second - c * third) ** 2;
  }, 0);
  return { coefficients: [a, b, c], residualSum };
}
