import type { CalibrationLevel, HostCalibration } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { calibrationText } from './calibrate-text.ts';

const level = (users: number, change: Partial<CalibrationLevel> = {}): CalibrationLevel => ({
  users,
  offeredEventsPerSecond: users * 100,
  achievedEventsPerSecond: users * 100,
  ttftMean: { truth: 20_000, measured: 20_400 },
  gapP50: { truth: 10_000, measured: 9_990 },
  gapP99: { truth: 11_000, measured: 11_200 },
  e2eMean: { truth: 650_000, measured: 651_000 },
  serverLatenessP50: 200,
  cpuShare: 0.4,
  othersCpuShare: 0.1,
  lost: 0,
  invalidBecause: null,
  attempts: 1,
  ...change,
});

const calibration: HostCalibration = {
  host: 'bench-1',
  cpuModel: 'Example CPU',
  cores: 8,
  nodeMajor: 26,
  ceilingEventsPerSecond: 20_000,
  bounded: true,
  requestsPerSecond: 3_000,
  workers: 1,
  levels: [],
  calibratedAt: '2026-01-01T00:00:00.000Z',
};

test('each level stands with its share of the ceiling and what the client added', () => {
  const levels = [level(200), level(50), level(400, { cpuShare: 0.9, attempts: 2 })];
  const text = calibrationText({
    calibration,
    levels,
    requestsPerSecond: 3_000,
    keptIn: '/data/file',
    language: 'en',
  });
  const cells = text.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(cells[1]).toEqual([
    '25 %',
    '50',
    '5,000',
    '5,000',
    '+0.40 ms',
    '-0.01 ms',
    '+0.20 ms',
    '+1.00 ms',
    '40 %',
  ]);
  expect(cells[2]?.slice(0, 2)).toEqual(['100 %', '200']);
  expect([cells[3]?.[0], cells[3]?.at(-1)]).toEqual(['-', 'twice: client-busy']);
  expect(text).toContain('This host reads 20,000 events/s truly. Four-token answers: 3,000 requests/s.');
  expect(text).toContain('Kept in /data/file');
});

test('a ceiling that was not reached is at least so much', () => {
  const parts = { levels: [level(200)], requestsPerSecond: null, keptIn: null, language: 'en' } as const;
  expect(calibrationText({ calibration: { ...calibration, bounded: false }, ...parts })).toContain(
    'This host reads at least 20,000 events/s truly.',
  );
});

test('where no level was carried, the text says so and has no shares', () => {
  const levels = [level(50, { lost: 3 })];
  const text = calibrationText({
    calibration: null,
    levels,
    requestsPerSecond: null,
    keptIn: null,
    language: 'en',
  });
  expect(text).toContain('This host carried no level');
  expect(text).toContain('lost-requests');
  expect(text).not.toContain('100 %');
});
