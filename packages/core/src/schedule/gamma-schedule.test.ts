import fc from 'fast-check';
import { gammaln } from 'simple-statistics';
import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { gammaDraws } from './gamma-draw.ts';
import { instantsOf, scheduleOf } from './testing/planned.ts';

const gamma = (requestsPerSecond: number, burstiness: number) =>
  ({ kind: 'gamma', requestsPerSecond, burstiness }) as const;

test('a seed gives the same first instants for ever', () => {
  expect(instantsOf(gamma(10, 0.5), 6, { seed: 42n })).toEqual([
    133_176, 148_768, 214_085, 298_810, 377_060, 520_172,
  ]);
  expect(instantsOf(gamma(10, 4), 6, { seed: 42n })).toEqual([
    101_326, 185_950, 331_907, 377_339, 451_905, 523_922,
  ]);
});

/** P(a, x), the regularised lower incomplete gamma function, by its power series. */
function gammaDistribution(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let order = 1; term > sum * 1e-14; order++) {
    term *= x / (shape + order);
    sum += term;
  }
  return x === 0 ? 0 : sum * Math.exp(shape * Math.log(x) - x - gammaln(shape + 1));
}

test.each([0.1, 0.25, 0.5, 0.99, 1, 1.5, 3, 20, 400])(
  'draws of shape %d follow the gamma distribution',
  (shape) => {
    const size = 20_000;
    const draw = gammaDraws(shape, shape, createRandom(`shape ${shape}`));
    const sorted = Array.from({ length: size }, draw).sort((left, right) => left - right);
    let distance = 0;
    for (const [index, value] of sorted.entries()) {
      const expected = gammaDistribution(shape, value);
      distance = Math.max(distance, expected - index / size, (index + 1) / size - expected);
    }
    // The 99.9 % point of the Kolmogorov-Smirnov statistic.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(size));
  },
);

test('gaps have the mean of the rate and the deviation of the burstiness, whatever both are', () => {
  const rate = fc.double({ min: 0.5, max: 2000, noNaN: true });
  const burstiness = fc.double({ min: 0.2, max: 30, noNaN: true });
  fc.assert(
    fc.property(rate, burstiness, (requestsPerSecond, shape) => {
      const size = 20_000;
      const mean = 1_000_000 / requestsPerSecond;
      const draw = gammaDraws(shape, mean, createRandom('moments'));
      const gaps = Array.from({ length: size }, draw);
      const average = gaps.reduce((sum, gap) => sum + gap, 0) / size;
      const variance = gaps.reduce((sum, gap) => sum + (gap - average) ** 2, 0) / size;
      // Five standard errors; the kurtosis of a gamma distribution is 3 + 6 / shape.
      expect(Math.abs(average / mean - 1)).toBeLessThan(5 / Math.sqrt(shape * size));
      expect(Math.abs((variance * shape) / mean ** 2 - 1)).toBeLessThan(
        5 * Math.sqrt((2 + 6 / shape) / size),
      );
    }),
    { numRuns: 20, seed: 7 },
  );
});

test('arrivals come at the asked rate, and bunch below a burstiness of 1', () => {
  const spread = (burstiness: number) => {
    const instants = instantsOf(gamma(100, burstiness), 20_000);
    expect((instants.at(-1) ?? 0) / 200_000_000).toBeCloseTo(1, 1);
    const perSecond = new Array<number>(190).fill(0);
    for (const instant of instants) {
      const second = Math.floor(instant / 1_000_000);
      if (second < perSecond.length) perSecond[second] = (perSecond[second] ?? 0) + 1;
    }
    return Math.max(...perSecond) - Math.min(...perSecond);
  };
  expect(spread(0.2)).toBeGreaterThan(2 * spread(1));
  expect(spread(1)).toBeGreaterThan(2 * spread(20));
});

test.each([
  [0, 1],
  [10, 0],
  [10, -1],
  [10, Number.NaN],
  [10, Number.POSITIVE_INFINITY],
])('a rate of %d with a burstiness of %d is refused', (rate, burstiness) => {
  expect(() => scheduleOf(gamma(rate, burstiness))).toThrow(RangeError);
});

test('a burstiness that leaves no rate is refused in words for a person', () => {
  expect(() => scheduleOf(gamma(10, 0.0099))).toThrow(
    expect.objectContaining({
      code: 'burstiness-too-small',
      message: 'gamma arrivals need a burstiness of at least 0.01, not 0.0099',
    }),
  );
  expect(scheduleOf(gamma(10, 0.01)).at(0)).not.toBeNull();
});
