import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SampleSeries } from './sample-series.ts';

test('four stretches become two when there is room for three only, with the mean of all that lie in each', () => {
  const series = new SampleSeries(100, 3);
  for (const [at, value] of [
    [0, 1],
    [100, 3],
    [200, 10],
    [300, 30],
  ] as const)
    series.add(at, value);
  expect(series.stepMicros).toBe(200);
  expect(series.points()).toEqual([
    { start: 0, end: 200, mean: 2, min: 1, max: 3, samples: 2 },
    { start: 200, end: 400, mean: 20, min: 10, max: 30, samples: 2 },
  ]);
});

test('a gap is a stretch that is not there, before and after decimation', () => {
  const series = new SampleSeries(100, 4);
  for (const at of [0, 100, 900, 1000, 1100]) series.add(at, 5);
  series.add(500, null);
  expect(series.points().map(({ end, start }) => [start, end])).toEqual([
    [0, 200],
    [800, 1000],
    [1000, 1200],
  ]);
});

test('however many samples come, memory is bounded and neither count nor extremes are lost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 400 }), (steps) => {
      const series = new SampleSeries(100, 10);
      let at = 0;
      for (const step of steps) {
        at += step;
        series.add(at, step);
      }
      const points = series.points();
      expect(points.length).toBeLessThanOrEqual(10);
      expect(points.reduce((sum, { samples }) => sum + samples, 0)).toBe(steps.length);
      expect(Math.max(...points.map(({ max }) => max))).toBe(Math.max(...steps));
      expect(Math.min(...points.map(({ min }) => min))).toBe(Math.min(...steps));
      const starts = points.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
  );
});
