import { expect, test } from 'vitest';
import { refusedField, smiSampleFields, withoutRefused } from './smi-fields.ts';
import { SmiProcesses } from './smi-processes.ts';
import { parseSmiRow, smiReading } from './smi-row.ts';

const fields = smiSampleFields.map((field) => ({ field, name: field }));

test('a row of a GPU in trouble reads as unknown figures, never as zero', () => {
  const line = '1, [Unknown Error], [GPU requires reset], N/A, [N/A], [Not Supported], , 405, [N/A]';
  const row = parseSmiRow(line, fields);
  expect(row && smiReading(row, 1)).toEqual({
    index: 1,
    memoryUsedBytes: null,
    utilizationPercent: null,
    memoryUtilizationPercent: null,
    powerWatts: null,
    energyJoules: null,
    temperatureCelsius: null,
    smClockMegahertz: null,
    memoryClockMegahertz: 405,
    throttle: null,
    processes: null,
  });
});

test('a line of another shape is no row', () => {
  expect(parseSmiRow('Unable to determine the device handle for GPU 0000:01:00.0', fields)).toBeNull();
});

test('a refused field goes under its older name, and out when that is refused too', () => {
  const refused = refusedField('Field "clocks_event_reasons.active" is not a valid field to query.\n\n');
  expect(refused).toBe('clocks_event_reasons.active');
  const older = withoutRefused(fields, 'clocks_event_reasons.active');
  expect(older.at(-1)).toEqual({
    field: 'clocks_event_reasons.active',
    name: 'clocks_throttle_reasons.active',
  });
  expect(withoutRefused(older, 'clocks_throttle_reasons.active')).toHaveLength(fields.length - 1);
});

test('a list of processes counts for its second, and for no longer than three turns', () => {
  const processes = new SmiProcesses(new Map([['GPU-a', 0]]));
  expect(processes.of(0, 0)).toBeNull();
  processes.take('2026/11/24 12:00:00.101, GPU-a, 10, 500', 0);
  processes.take('2026/11/24 12:00:00.102, GPU-a, 11, [N/A]', 0);
  expect(processes.of(0, 1_000_000)).toEqual([
    { pid: 10, usedBytes: 500 * 2 ** 20 },
    { pid: 11, usedBytes: null },
  ]);
  processes.take('2026/11/24 12:00:01.101, GPU-a, 11, 600', 1_000_000);
  expect(processes.of(0, 1_000_000)).toEqual([{ pid: 11, usedBytes: 600 * 2 ** 20 }]);
  expect(processes.of(0, 5_000_000)).toBeNull();
});
