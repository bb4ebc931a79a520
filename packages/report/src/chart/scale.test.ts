import { expect, test } from 'vitest';
import { scaleKindFor, scaleOf } from './scale.ts';

test('a scale is logarithmic only where the largest is more than thirty times the smallest', () => {
  expect(scaleKindFor([10, 300])).toBe('linear');
  expect(scaleKindFor([10, 301])).toBe('log');
  expect(scaleKindFor([0, 301])).toBe('linear');
  expect(scaleKindFor([])).toBe('linear');
});

test.each([
  [
    [372, 2832],
    [0, 500, 1000, 1500, 2000, 2500, 3000],
  ],
  [[3], [0, 0.5, 1, 1.5, 2, 2.5, 3]],
  [[0], [0, 1]],
])('a linear scale of %j begins at zero and ends at a whole tick', (values, ticks) => {
  const scale = scaleOf('linear', values);
  expect(scale.ticks).toEqual(ticks);
  expect(scale.share(0)).toBe(0);
  expect(scale.share(scale.high)).toBe(1);
});

test('a logarithmic scale gives each power of ten the same room', () => {
  const scale = scaleOf('log', [8, 900]);
  expect([scale.low, scale.high]).toEqual([5, 1000]);
  expect(scale.share(100) - scale.share(10)).toBeCloseTo(scale.share(1000) - scale.share(100), 9);
  expect(scale.ticks).toEqual([5, 10, 20, 50, 100, 200, 500, 1000]);
});

test('a logarithmic scale over many powers keeps to them', () => {
  expect(scaleOf('log', [1, 100_000]).ticks).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
});
