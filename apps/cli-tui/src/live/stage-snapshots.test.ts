import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptySnapshot,
  nextWindow,
  type StageSnapshot,
  windowStart,
  withSnapshot,
} from './stage-snapshots.ts';

const at = (instant: number): StageSnapshot => ({ ...emptySnapshot(instant), tokens: instant });
const kept = (instants: readonly number[]): readonly StageSnapshot[] =>
  instants.map(at).reduce<readonly StageSnapshot[]>(withSnapshot, [at(0)]);
const everyQuarter = (seconds: number): number[] =>
  Array.from({ length: seconds * 4 }, (_, index) => (index + 1) * 250);

test('a minute of snapshots is kept, however long the stage and however often its totals come', () => {
  expect(kept(everyQuarter(3600)).length).toBeLessThanOrEqual(244);
  expect(kept(Array.from({ length: 100_000 }, (_, index) => index)).length).toBeLessThanOrEqual(244);
});

test.each([1, 5, 10, 30, 60])('a window of %i s begins that long before the newest totals', (seconds) => {
  const snapshots = kept(everyQuarter(200));
  expect(windowStart(snapshots, seconds)?.at).toBe(200_000 - seconds * 1000);
});

test('before so much time has passed a window begins with the stage', () => {
  expect(windowStart(kept(everyQuarter(3)), 60)?.at).toBe(0);
});

test('totals that come late make a window shorter, not longer than it says', () => {
  expect(windowStart(kept([250, 500, 9_000, 9_250]), 5)?.at).toBe(9_000);
});

test('a window without any totals in it begins with those before the newest', () => {
  expect(windowStart(kept([250, 500, 9_000]), 1)?.at).toBe(500);
});

test('the newest totals are always there, whatever came in the same quarter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 400 }), (steps) => {
      const instants = steps.map((_, index) =>
        steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0),
      );
      const snapshots = kept(instants);
      expect(snapshots.at(-1)).toEqual(at(instants.at(-1) ?? 0));
      const times = snapshots.map((snapshot) => snapshot.at);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
    }),
  );
});

test('windows go from a second to the whole stage and back', () => {
  expect(nextWindow(10, 'longer')).toBe(30);
  expect(nextWindow(60, 'longer')).toBeNull();
  expect(nextWindow(null, 'longer')).toBeNull();
  expect(nextWindow(null, 'shorter')).toBe(60);
  expect(nextWindow(1, 'shorter')).toBe(1);
});
