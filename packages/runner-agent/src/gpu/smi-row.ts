import type { Fact } from '../environment/fact.ts';
import { known, unreadable } from '../environment/fact.ts';
import type { GpuDeviceReading } from './gpu-reader.ts';
import type { NamedField, SmiField } from './smi-fields.ts';
import { throttleReasons } from './throttle-bits.ts';

/** One line of `nvidia-smi --format=csv,noheader,nounits`, by field. */
export type SmiRow = ReadonlyMap<SmiField, string>;

const source = 'nvidia-smi';
const bytesPerMebibyte = 2 ** 20;

/** Reads a line; `null` where it has not one cell for each field, as when the tool prints an error in between. */
export function parseSmiRow(line: string, fields: readonly NamedField[]): SmiRow | null {
  const cells = line.split(',').map((cell) => cell.trim());
  if (cells.length !== fields.length) return null;
  return new Map(fields.map(({ field }, position) => [field, cells[position] ?? '']));
}

/** A cell's text. `[N/A]`, `[Not Supported]` and the like are why there is none. */
export function smiText(row: SmiRow, field: SmiField): Fact<string> {
  const cell = row.get(field);
  if (cell === undefined) return unreadable('the driver is too old for it', source);
  if (cell === '' || cell === 'N/A') return unreadable('nvidia-smi says N/A', source);
  const bracketed = /^\[(.+)\]$/.exec(cell)?.[1];
  return bracketed === undefined ? known(cell, source) : unreadable(`nvidia-smi says ${bracketed}`, source);
}

export function smiNumber(row: SmiRow, field: SmiField, factor = 1): Fact<number> {
  const text = smiText(row, field);
  if (text.value === null) return text;
  const value = Number(text.value);
  return Number.isFinite(value)
    ? known(value * factor, source)
    : unreadable('nvidia-smi says no number', source);
}

export const smiBytes = (row: SmiRow, field: SmiField): Fact<number> =>
  smiNumber(row, field, bytesPerMebibyte);

/** The GPU that a row is about, or `null` where the row does not say. */
export const smiIndex = (row: SmiRow): number | null => smiNumber(row, 'index').value;

/** A row as a reading of its GPU. The tool's own queries have no energy counter that every driver knows. */
export function smiReading(row: SmiRow, index: number): GpuDeviceReading {
  const mask = smiText(row, 'clocks_event_reasons.active').value;
  return {
    index,
    memoryUsedBytes: smiBytes(row, 'memory.used').value,
    utilizationPercent: smiNumber(row, 'utilization.gpu').value,
    memoryUtilizationPercent: smiNumber(row, 'utilization.memory').value,
    powerWatts: smiNumber(row, 'power.draw').value,
    energyJoules: null,
    temperatureCelsius: smiNumber(row, 'temperature.gpu').value,
    smClockMegahertz: smiNumber(row, 'clocks.sm').value,
    memoryClockMegahertz: smiNumber(row, 'clocks.mem').value,
    throttle: mask !== null && /^0x[0-9a-f]+$/i.test(mask) ? throttleReasons(BigInt(mask)) : null,
    processes: null,
  };
}
