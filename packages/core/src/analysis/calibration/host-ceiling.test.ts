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
  e2eMean: { truth: 650_000, measured: 651_000 },
  serverLatenessP50: 200,
  cpuShare: 0.4,
  othersCpuShare: 0.1,
  lost: 0,
  invalidBecause: null,
  attempts: 2,
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

test('a light load that a noisy host held up does not hide what it carried at a higher one', () => {
  const heldUp = level(2_500, { gapP99: { truth: 10_000, measured: 40_000 } });
  expect(levelFaults(heldUp)).toEqual(['gap-p99']);
  expect(hostCeiling([level(20_000), heldUp, level(5_000)])).toBe(20_000);
  expect(ceilingIsBounded([level(20_000), heldUp])).toBe(false);
});

test('a level is reached at nine tenths of what was offered, and not below', () => {
  expect(levelFaults(level(10_000, { achievedEventsPerSecond: 9_000 }))).toEqual([]);
  expect(levelFaults(level(10_000, { achievedEventsPerSecond: 8_999 }))).toEqual(['not-reached']);
});

test('an error counts beyond two milliseconds and a twentieth of the truth, in both directions', () => {
  const gap = (truth: number, measured: number) => levelFaults(level(5_000, { gapP50: { truth, measured } }));
  expect(gap(10_000, 12_000)).toEqual([]);
  expect(gap(10_000, 12_001)).toEqual(['gap-p50']);
  expect(gap(10_000, 7_999)).toEqual(['gap-p50']);
  expect(gap(100_000, 105_000)).toEqual([]);
  expect(gap(100_000, 105_001)).toEqual(['gap-p50']);
});

test('the rare gap may be a time slice off, the usual one may not', () => {
  expect(levelFaults(level(5_000, { gapP99: { truth: 11_000, measured: 31_000 } }))).toEqual([]);
  expect(levelFaults(level(5_000, { gapP99: { truth: 11_000, measured: 31_001 } }))).toEqual(['gap-p99']);
});

test('events that are read half a gap after they were written are a backlog', () => {
  const late = (measured: number) => levelFaults(level(5_000, { e2eMean: { truth: 650_000, measured } }));
  expect(late(655_000)).toEqual([]);
  expect(late(655_001)).toEqual(['backlog']);
});

test.each([
  [{ invalidBecause: 'more than half of the requests failed' }, 'invalid'],
  [{ lost: 1 }, 'lost-requests'],
  [{ cpuShare: 0.86 }, 'client-busy'],
  [{ serverLatenessP50: 5_001, achievedEventsPerSecond: 4_499 }, 'server-late'],
  [{ serverLatenessP50: 5_000, achievedEventsPerSecond: 4_499 }, 'not-reached'],
] as const)('a level with %j is not carried', (change, fault) => {
  expect(levelFaults(level(5_000, change))).toEqual([fault]);
});

test('events that came late and were read in time are carried', () => {
  expect(levelFaults(level(5_000, { serverLatenessP50: 9_000 }))).toEqual([]);
});

test('a level at which the simulated server set the pace says nothing about the client', () => {
  const late = level(40_000, { serverLatenessP50: 9_000, achievedEventsPerSecond: 20_000 });
  expect(hostCeiling([level(20_000), late])).toBe(20_000);
  expect(ceilingIsBounded([level(20_000), late])).toBe(false);
});

test('a level that failed while other programs took the cores does not bound the ceiling', () => {
  const starved = level(10_000, { othersCpuShare: 0.26, achievedEventsPerSecond: 1_000 });
  expect(levelFaults(starved)).toEqual(['not-reached', 'host-busy']);
  expect(ceilingIsBounded([level(5_000), starved])).toBe(false);
  expect(ceilingIsBounded([level(5_000), { ...starved, othersCpuShare: 0.25 }])).toBe(true);
});

test('a level that was carried beside other programs is carried', () => {
  expect(levelFaults(level(5_000, { othersCpuShare: 0.9 }))).toEqual([]);
});

test('a level that failed once and was not tried again does not bound the ceiling', () => {
  const failed = level(10_000, { achievedEventsPerSecond: 1_000 });
  expect(ceilingIsBounded([level(5_000), failed])).toBe(true);
  expect(ceilingIsBounded([level(5_000), { ...failed, attempts: 1 }])).toBe(false);
});

test('an unknown figure speaks for no level', () => {
  expect(levelFaults(level(5_000, { ttftMean: { truth: 20_000, measured: null } }))).toEqual(['ttft-mean']);
  expect(levelFaults(level(5_000, { achievedEventsPerSecond: null }))).toEqual(['no-data']);
});

test('without a carried level there is no ceiling, and without a failed one it is not bounded', () => {
  expect(hostCeiling([level(5_000, { achievedEventsPerSecond: 100 })])).toBeNull();
  expect(hostCeiling([])).toBeNull();
  expect(ceilingIsBounded([level(5_000)])).toBe(false);
});
