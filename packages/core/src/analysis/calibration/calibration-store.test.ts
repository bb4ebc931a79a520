import { expect, test } from 'vitest';
import {
  calibrationOf,
  calibrationsText,
  type HostCalibration,
  parseCalibrations,
  withCalibration,
} from './calibration-store.ts';

const entry = (change: Partial<HostCalibration> = {}): HostCalibration => ({
  host: 'bench-1',
  cpuModel: 'Example CPU',
  cores: 8,
  nodeMajor: 26,
  ceilingEventsPerSecond: 40_000,
  bounded: true,
  requestsPerSecond: 3_000,
  workers: 1,
  levels: [
    { eventsPerSecond: 20_000, share: 0.5, ttftMean: 300, gapP50: -2, gapP99: 400, e2eMean: 250 },
    { eventsPerSecond: 40_000, share: 1, ttftMean: 900, gapP50: 3, gapP99: null, e2eMean: 1_200 },
  ],
  calibratedAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

test('a file says what was written to it', () => {
  const hosts = [entry(), entry({ host: 'bench-2', requestsPerSecond: null })];
  expect(parseCalibrations(calibrationsText(hosts))).toEqual(hosts);
});

test.each(['', '{', '[]', '{"schema":"kneepoint.calibration/2","hosts":[]}'])(
  'a file that says %j holds no calibrations',
  (text) => {
    expect(parseCalibrations(text)).toBeNull();
  },
);

test.each([{ host: 'bench-2' }, { cpuModel: 'Other CPU' }, { cores: 4 }, { nodeMajor: 28 }])(
  'a ceiling is not that of a host with %j',
  (change) => {
    expect(calibrationOf([entry()], entry())?.ceilingEventsPerSecond).toBe(40_000);
    expect(calibrationOf([entry()], entry(change))).toBeNull();
  },
);

test('a new calibration replaces that of the same host and no other', () => {
  const other = entry({ host: 'bench-2' });
  const newer = entry({ ceilingEventsPerSecond: 50_000 });
  expect(withCalibration([entry(), other], newer)).toEqual([other, newer]);
});
