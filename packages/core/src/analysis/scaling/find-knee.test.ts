import { expect, test } from 'vitest';
import { findKnee, kneeIndex } from './find-knee.ts';

const levels = [1, 5, 10, 20, 50];
const once = (throughputs: readonly number[]) =>
  levels.map((users, index) => ({ users, values: [throughputs[index] ?? 0] }));

test('a curve that flattens after 10 users bends there, within its neighbouring levels', () => {
  expect(findKnee(once([48.6, 136.23, 190.34, 225.48, 268.17]))).toEqual({
    kind: 'found',
    knee: { users: 10, low: 5, high: 20, method: 'kneedle', intervalMethod: 'neighbouring-levels' },
  });
});

test('growth that is nearly linear has no knee', () => {
  expect(findKnee(once([12.53, 371.64, 731.96, 1185.61, 2832.3]))).toEqual({
    kind: 'unknown',
    reason: 'no-bend',
  });
  expect(findKnee(once([50, 250, 500, 1000, 2500]))).toEqual({ kind: 'unknown', reason: 'no-bend' });
});

test("the paper's own example of ten points has its knee at 0.22", () => {
  // Satopaa and others, figure 2: y = -1 / (x + 0.1) + 5 at ten points from 0 to 1 has it at x = 0.22.
  const users = Array.from({ length: 10 }, (_, index) => index / 9);
  const heights = users.map((x) => -1 / (x + 0.1) + 5);
  expect(users[kneeIndex(users, heights) ?? -1]).toBeCloseTo(0.22, 2);
});

test('throughput that falls after its best level bends before the fall', () => {
  const found = findKnee(once([50, 200, 320, 340, 250]));
  expect(found.kind === 'found' ? found.knee.users : null).toBe(10);
});

test('noisy repeats widen the interval beyond the neighbouring levels, the same each time', () => {
  const noisy = [
    { users: 1, values: [48, 52] },
    { users: 5, values: [60, 200] },
    { users: 10, values: [90, 260] },
    { users: 20, values: [160, 300] },
    { users: 30, values: [200, 310] },
    { users: 50, values: [240, 300] },
  ];
  const found = findKnee(noisy);
  if (found.kind !== 'found') throw new Error('it bends');
  expect(found.knee.intervalMethod).toBe('bootstrap-and-neighbouring-levels');
  const neighbours = noisy.map(({ users }) => users);
  const place = neighbours.indexOf(found.knee.users);
  expect((found.knee.high ?? 0) - (found.knee.low ?? 0)).toBeGreaterThan(
    (neighbours[place + 1] ?? 0) - (neighbours[place - 1] ?? 0),
  );
  expect(findKnee(noisy)).toEqual(found);
});

test('three levels, and levels that are all alike, tell no knee', () => {
  expect(findKnee(once([1, 2, 3, 4, 5]).slice(0, 3))).toEqual({ kind: 'unknown', reason: 'too-few-levels' });
  expect(findKnee(once([7, 7, 7, 7, 7]))).toEqual({ kind: 'unknown', reason: 'no-growth' });
});
