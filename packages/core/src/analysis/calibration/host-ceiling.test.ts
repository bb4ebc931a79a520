import { expect, test } from 'vitest';
import type { CalibrationLevel } from './calibration-level.ts';
import { ceilingIsBounded, hostCeiling, levelFaults } from './host-ceiling.ts';

const level = (offered: number, change: Partial<CalibrationLevel> = {}): CalibrationLevel => ({
  users: offered / 100,
  offeredEventsPerSecond: offered,
  achievedEventsPerSecond: offered,
  ttftMean: { truth: 20_000, measured: 20_400 },
  gapP50: { truth: 10_000, measured: 10_000 },
  gapP99: { truth: 11_000, measured: 11_200 },
  cpuShare: 0.4,
  ...change,
});

test('the ceiling is what was read at the highest level that was carried', () => {
  const levels = [
    level(5_000),
    level(10_000, { achievedEventsPerSecond: 9_800 }),
    level(20_000, { achievedEventsPerSecond: 15_000 }),
  ];
  expect(hostCeiling(levels)).toBe(9_800);
  expect(ceilingIsBounded(levels)).toBe(true);
});

test('a level is reached at 95 % of what was offered, and not below', () => {
  expect(levelFaults(level(10_000, { achievedEventsPerSecond: 9_500 }))).toEqual([]);
  expect(levelFaults(level(10_000, { achievedEventsPerSecond: 9_499 }))).toEqual(['not-reached']);
});

test('an error counts beyond a millisecond and a twentieth of the truth, in both directions', () => {
  const gap = (truth: number, measured: number) => levelFaults(level(5_000, { gapP99: { truth, measured } }));
  expect(gap(10_000, 11_000)).toEqual([]);
  expect(gap(10_000, 11_001)).toEqual(['gap-p99']);
  expect(gap(10_000, 8_999)).toEqual(['gap-p99']);
  expect(gap(100_000, 105_000)).toEqual([]);
  expect(gap(100_000, 105_001)).toEqual(['gap-p99']);
});

test('an unknown figure speaks for no level', () => {
  expect(levelFaults(level(5_000, { ttftMean: { truth: 20_000, measured: null } }))).toEqual(['ttft-mean']);
  expect(levelFaults(level(5_000, { achievedEventsPerSecond: null }))).toEqual(['no-data']);
});

test('a level above one that failed does not raise the ceiling, in whatever order they were measured', () => {
  const failed = level(10_000, { achievedEventsPerSecond: 1_000 });
  expect(hostCeiling([level(20_000), failed, level(5_000)])).toBe(5_000);
});

test('without a carried level there is no ceiling, and without a failed one it is not bounded', () => {
  expect(hostCeiling([level(5_000, { achievedEventsPerSecond: 100 })])).toBeNull();
  expect(hostCeiling([])).toBeNull();
  expect(ceilingIsBounded([level(5_000)])).toBe(false);
});
