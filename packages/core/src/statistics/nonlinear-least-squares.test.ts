import { expect, test } from 'vitest';
import { linearRegression } from './linear-regression.ts';
import { type NonlinearModel, nonlinearLeastSquares } from './nonlinear-least-squares.ts';

const line = (lowerBounds: readonly number[]): NonlinearModel => ({
  start: [1, 1],
  lowerBounds,
  valueAt: (x, [intercept = 0, slope = 0]) => intercept + slope * x,
  gradientAt: (x) => [1, x],
});
const unbounded = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
const points = [
  [0, 2.1],
  [1, 3.9],
  [2, 6.2],
  [3, 7.8],
  [5, 12.3],
].map(([x = 0, y = 0]) => ({ x, y, weight: 1 }));

test('a straight line agrees with linear regression, its error too', () => {
  const fit = nonlinearLeastSquares(points, line(unbounded));
  const expected = linearRegression(points);
  expect(fit?.parameters[0]).toBeCloseTo(expected?.intercept ?? 0, 10);
  expect(fit?.parameters[1]).toBeCloseTo(expected?.slope ?? 0, 10);
  expect(fit?.errors[1]).toBeCloseTo(expected?.slopeError ?? 0, 10);
});

test('a parameter that the points pull below its bound stays on it, without an error, and the others are fitted', () => {
  const falling = [5, 4, 3, 2].map((y, x) => ({ x, y, weight: 1 }));
  const fit = nonlinearLeastSquares(falling, line([Number.NEGATIVE_INFINITY, 0]));
  expect(fit?.parameters[1]).toBe(0);
  expect(fit?.errors[1]).toBeNull();
  expect(fit?.parameters[0]).toBeCloseTo(3.5, 10);
  // Of a mean of four: sqrt(5 / 3 / 4).
  expect(fit?.errors[0]).toBeCloseTo(Math.sqrt(5 / 12), 10);
});

test('an exponential gives its parameters back from a start far away', () => {
  const fit = nonlinearLeastSquares(
    [0, 1, 2, 3, 4].map((x) => ({ x, y: 7 * Math.exp(-0.6 * x), weight: 1 })),
    {
      start: [1, -0.01],
      lowerBounds: unbounded,
      valueAt: (x, [height = 0, rate = 0]) => height * Math.exp(rate * x),
      gradientAt: (x, [height = 0, rate = 0]) => [Math.exp(rate * x), height * x * Math.exp(rate * x)],
    },
  );
  expect(fit?.parameters[0]).toBeCloseTo(7, 8);
  expect(fit?.parameters[1]).toBeCloseTo(-0.6, 8);
});

test('as many points as parameters leave no errors', () => {
  expect(nonlinearLeastSquares(points.slice(0, 2), line(unbounded))?.errors).toEqual([null, null]);
});

test('points that cannot tell the parameters apart give no errors', () => {
  const same = [1, 2, 3].map((y) => ({ x: 4, y, weight: 1 }));
  expect(nonlinearLeastSquares(same, line(unbounded))?.errors).toEqual([null, null]);
});
