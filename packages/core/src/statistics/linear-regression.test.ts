import { linearRegression as reference } from 'simple-statistics';
import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { linearRegression } from './linear-regression.ts';

test('a worked example: slope 0.6, intercept 2.2, standard error of the slope 0.283', () => {
  const fit = linearRegression([2, 4, 5, 4, 5].map((y, index) => ({ x: index + 1, y })));
  expect(fit?.slope).toBeCloseTo(0.6, 12);
  expect(fit?.intercept).toBeCloseTo(2.2, 12);
  // Residual squares 2.4 over three degrees of freedom, over the spread of 10: sqrt(0.08).
  expect(fit?.slopeError).toBeCloseTo(Math.sqrt(0.08), 12);
});

test('random series have the same line as in simple-statistics', () => {
  const random = createRandom('lines');
  for (let series = 0; series < 50; series++) {
    const points = Array.from({ length: 3 + series }, () => ({ x: random.next(), y: random.next() }));
    const fit = linearRegression(points);
    const { m, b } = reference(points.map(({ x, y }) => [x, y]));
    expect(fit?.slope).toBeCloseTo(m, 9);
    expect(fit?.intercept).toBeCloseTo(b, 9);
  }
});

test('two points have a line but no error, one point and a vertical have no line', () => {
  expect(
    linearRegression([
      { x: 0, y: 1 },
      { x: 2, y: 5 },
    ]),
  ).toEqual({ slope: 2, intercept: 1, slopeError: null });
  expect(linearRegression([{ x: 0, y: 1 }])).toBeNull();
  expect(linearRegression([])).toBeNull();
  expect(
    linearRegression([
      { x: 1, y: 1 },
      { x: 1, y: 2 },
    ]),
  ).toBeNull();
});
