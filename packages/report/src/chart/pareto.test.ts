import { expect, test } from 'vitest';
import { frontierOf, stepsOf } from './pareto.ts';

test('the frontier has the points that nothing beats in both, by x', () => {
  const points = [
    { x: 10, y: 8 },
    { x: 5, y: 9 },
    { x: 5, y: 7 },
    { x: 9, y: 8 },
    { x: 2, y: 9 },
  ];
  expect(frontierOf(points)).toEqual([
    { x: 5, y: 9 },
    { x: 10, y: 8 },
  ]);
});

test('steps hold a height up to its point and fall there', () => {
  expect(
    stepsOf([
      { x: 5, y: 9 },
      { x: 10, y: 8 },
    ]),
  ).toEqual([
    { x: 0, y: 9 },
    { x: 5, y: 9 },
    { x: 5, y: 8 },
    { x: 10, y: 8 },
  ]);
});
