import fc from 'fast-check';
import { expect, test } from 'vitest';
import recorded from './__fixtures__/usl-fits.json' with { type: 'json' };
import { fitUsl, type UslPoint, uslThroughput } from './fit-usl.ts';

type Recorded = { users: number[]; throughput: number[]; weights: number[] };

function pointsOf({ users, throughput, weights }: Recorded): UslPoint[] {
  return users.map((level, index) => ({
    users: level,
    throughput: throughput[index] ?? 0,
    weight: weights[index] ?? 1,
  }));
}

function fitted(set: Recorded) {
  const fit = fitUsl(pointsOf(set));
  if (fit === null) throw new Error('the set can be fitted');
  return fit;
}

test("SPEC's SDM91 gives the parameters and errors that the R package usl publishes", () => {
  // Its README: alpha 0.0277285 (0.0091217), beta 0.0001044 (0.0000199), gamma 89.9952330 (14.2134894).
  const fit = fitted(recorded.sets.specsdm91);
  expect(fit.lambda.value).toBeCloseTo(89.995233, 5);
  expect(fit.lambda.error).toBeCloseTo(14.2134894, 4);
  expect(fit.sigma.value).toBeCloseTo(0.0277285, 7);
  expect(fit.sigma.error).toBeCloseTo(0.0091217, 7);
  expect(fit.kappa.value).toBeCloseTo(0.0001044, 7);
  expect(fit.kappa.error).toBeCloseTo(0.0000199, 7);
  expect(fit.peak?.users).toBeCloseTo(96.5, 1);
});

test.each(Object.entries(recorded.sets))('%s agrees with scipy, bounds and weights included', (_, set) => {
  const fit = fitted(set);
  const own = [fit.lambda, fit.sigma, fit.kappa];
  set.parameters.forEach((value, index) => {
    if (value === 0) expect(own[index]?.value).toBe(0);
    else expect((own[index]?.value ?? 0) / value).toBeCloseTo(1, 6);
    const error = set.errors[index] ?? null;
    if (error === null) expect(own[index]?.error).toBeNull();
    else expect((own[index]?.error ?? 0) / error).toBeCloseTo(1, 5);
  });
});

test('a curve without coherency cost has kappa 0, no error of it and no peak', () => {
  const fit = fitted(recorded.sets.raytracer);
  expect(fit.kappa).toEqual({ value: 0, error: null });
  expect(fit.peak).toBeNull();
  expect(fit.determination).toBeGreaterThan(0.97);
});

test('noiseless points give their parameters back', () => {
  const levels = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 9 });
  const truths = fc.record({
    lambda: fc.double({ min: 1, max: 500, noNaN: true }),
    sigma: fc.double({ min: 0, max: 0.5, noNaN: true }),
    kappa: fc.double({ min: 0, max: 0.01, noNaN: true }),
  });
  fc.assert(
    fc.property(levels, truths, (users, truth) => {
      const fit = fitUsl(
        users.map((level) => ({ users: level, throughput: uslThroughput(level, truth), weight: 1 })),
      );
      expect(fit).not.toBeNull();
      for (const level of users) {
        const parameters = {
          lambda: fit?.lambda.value ?? 0,
          sigma: fit?.sigma.value ?? 0,
          kappa: fit?.kappa.value ?? 0,
        };
        expect(uslThroughput(level, parameters) / uslThroughput(level, truth)).toBeCloseTo(1, 4);
      }
    }),
    { seed: 6 },
  );
});

test('well spread noiseless levels give the parameters themselves', () => {
  const truth = { lambda: 55, sigma: 0.03, kappa: 0.0004 };
  const fit = fitUsl(
    [1, 2, 5, 10, 20, 50, 100].map((users) => ({
      users,
      throughput: uslThroughput(users, truth),
      weight: 1,
    })),
  );
  expect(fit?.lambda.value).toBeCloseTo(55, 8);
  expect(fit?.sigma.value).toBeCloseTo(0.03, 10);
  expect(fit?.kappa.value).toBeCloseTo(0.0004, 12);
  expect(fit?.relativeError).toBeLessThan(1e-9);
});

test('three levels are fitted without errors, two are not fitted', () => {
  const truth = { lambda: 50, sigma: 0.05, kappa: 0.001 };
  const points = [1, 5, 20].map((users) => ({
    users,
    throughput: uslThroughput(users, truth),
    weight: 1,
  }));
  const fit = fitUsl(points);
  expect(fit?.relativeError).toBeLessThan(1e-6);
  expect([fit?.lambda.error, fit?.sigma.error, fit?.determination, fit?.peak]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  // On its bound, kappa leaves a degree of freedom, which is no reason for errors from three levels.
  const bound = fitUsl([1, 5, 20].map((users) => ({ users, throughput: 50 * users ** 0.8, weight: 1 })));
  expect([bound?.kappa.value, bound?.lambda.error]).toEqual([0, null]);
  expect(fitUsl(points.slice(1))).toBeNull();
});

test('growth beyond linear is outside the law, and the relative error says so', () => {
  const fit = fitUsl(
    [
      [1, 12.53],
      [5, 371.64],
      [10, 731.96],
      [20, 1185.61],
      [50, 2832.3],
    ].map(([users = 0, throughput = 0]) => ({ users, throughput, weight: 1 })),
  );
  expect(fit?.sigma.value).toBeLessThan(0.01);
  expect(fit?.relativeError).toBeGreaterThan(1);
});

test('twice the weight counts like two points', () => {
  const once = pointsOf(recorded.sets.specsdm91);
  const [first] = once;
  if (first === undefined) throw new Error('the set has points');
  const twice = fitUsl([...once, first]);
  const heavier = fitUsl(once.map((point, index) => (index === 0 ? { ...point, weight: 2 } : point)));
  expect(heavier?.lambda.value).toBeCloseTo(twice?.lambda.value ?? 0, 6);
  expect(heavier?.kappa.value).toBeCloseTo(twice?.kappa.value ?? 0, 10);
});
