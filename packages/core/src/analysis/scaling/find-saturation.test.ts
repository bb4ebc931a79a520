import { expect, test } from 'vitest';
import { findSaturation } from './find-saturation.ts';

const points = (throughputs: Record<number, number>) =>
  Object.entries(throughputs).map(([users, throughput]) => ({ users: Number(users), throughput }));

test('a target that still gains 19 % from 20 to 50 users is not saturated', () => {
  expect(findSaturation(points({ 1: 48.6, 5: 136.23, 10: 190.34, 20: 225.48, 50: 268.17 }))).toEqual({
    kind: 'unknown',
    reason: 'still-grows',
  });
});

test('saturation is the lightest level that no heavier one beats by more than 10 %', () => {
  const found = findSaturation(points({ 1: 50, 10: 300, 20: 390, 50: 410, 100: 405 }));
  expect(found.kind === 'found' ? found.saturation : null).toEqual({
    users: 20,
    throughput: 390,
    gainAfter: 410 / 390 - 1,
  });
});

test('a loss after the best level is a negative gain', () => {
  const found = findSaturation(points({ 1: 50, 10: 300, 50: 240 }));
  expect(found.kind === 'found' ? found.saturation.gainAfter : null).toBeCloseTo(-0.2, 10);
});

test('a small gain between levels that lie close together says nothing', () => {
  expect(findSaturation(points({ 10: 300, 40: 1000, 50: 1050 }))).toEqual({
    kind: 'unknown',
    reason: 'still-grows',
  });
});

test('one level, and no output at all, tell no saturation', () => {
  expect(findSaturation(points({ 5: 100 }))).toEqual({ kind: 'unknown', reason: 'too-few-levels' });
  expect(findSaturation(points({ 5: 0, 10: 0 }))).toEqual({ kind: 'unknown', reason: 'no-growth' });
});
