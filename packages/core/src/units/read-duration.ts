import type { ReadQuantity } from './read-quantity.ts';
import { type Micros, micros } from './units.ts';

const microsPerUnit: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1_000,
  s: 1_000_000,
  m: 60_000_000,
  h: 3_600_000_000,
};

/** The units of a time, from the smallest: those of flags, plans, thresholds and the config alike. */
export const durationUnits: readonly string[] = Object.keys(microsPerUnit);

const wholePattern = /^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/;
const partPattern = /(\d+(?:\.\d+)?)\s*([a-z]+)/g;

/**
 * A time as people write it, in microseconds: one or more numbers, each with its unit (`500ms`, `60s`, `2m`, `1h30m`).
 * A number without a unit is refused, since it could mean seconds or milliseconds.
 */
export function readDuration(text: string): ReadQuantity<Micros> {
  const trimmed = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(trimmed))
    return problem(`"${text}" has no unit; write ${trimmed}s for seconds or ${trimmed}ms for milliseconds`);
  if (!wholePattern.test(trimmed)) return problem(`"${text}" is not a duration such as 500ms, 60s, 2m or 1h`);
  let total = 0;
  for (const [, amount, unit = ''] of trimmed.matchAll(partPattern)) {
    if (!Object.hasOwn(microsPerUnit, unit))
      return problem(`"${text}" has the unknown unit "${unit}"; the units are ${durationUnits.join(', ')}`);
    total += Number(amount) * (microsPerUnit[unit] ?? 0);
  }
  return { ok: true, value: micros(Math.round(total)) };
}

const problem = (text: string): ReadQuantity<never> => ({ ok: false, problem: text });
