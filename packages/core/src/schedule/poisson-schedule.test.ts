import { expect, test } from 'vitest';
import { instantsOf, scheduleOf, seconds } from './testing/planned.ts';

const poisson = (requestsPerSecond: number) => ({ kind: 'poisson', requestsPerSecond }) as const;

test('a seed gives the same first instants for ever', () => {
  expect(instantsOf(poisson(10), 6, { seed: 42n })).toEqual([
    19_707, 201_760, 250_122, 355_140, 399_662, 636_663,
  ]);
});

test('Poisson gaps have the asked mean and an equal deviation, and seeds differ', () => {
  const instants = instantsOf(poisson(200), 50_000, { seed: 5n });
  const gaps = instants.map((instant, index) => instant - (instants[index - 1] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  expect(mean / 5000).toBeCloseTo(1, 1);
  expect(deviation / mean).toBeCloseTo(1, 1);
  expect(scheduleOf(poisson(200), { seed: 6n }).at(0)).not.toBe(instants[0]);
});

test('a Poisson stage of fixed time has a Poisson number of arrivals', () => {
  const counts = Array.from(
    { length: 400 },
    (_, index) => instantsOf(poisson(30), 1000, { seed: BigInt(index), durationMicros: seconds(1) }).length,
  );
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
  expect(Math.abs(mean - 30)).toBeLessThan(1.1);
  expect(variance / mean).toBeGreaterThan(0.75);
  expect(variance / mean).toBeLessThan(1.3);
});

test('asking far beyond the end of a timed stage does not walk there', () => {
  expect(scheduleOf(poisson(10), { durationMicros: seconds(1) }).at(Number.MAX_SAFE_INTEGER)).toBeNull();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a rate of %s is refused', (rate) => {
  expect(() => scheduleOf(poisson(rate))).toThrow(RangeError);
});
