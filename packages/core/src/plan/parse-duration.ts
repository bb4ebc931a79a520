import { usageError } from '../errors/kneepoint-error.ts';
import { type Micros, micros } from '../units/units.ts';

const microsPerUnit: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1_000,
  s: 1_000_000,
  m: 60_000_000,
  h: 3_600_000_000,
};

const wholePattern = /^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/;
const partPattern = /(\d+(?:\.\d+)?)\s*([a-z]+)/g;

/**
 * A duration as people write it: `500ms`, `60s`, `2m`, `1h`, `1h30m`, in microseconds. Throws a usage error for
 * anything else, also for a number without a unit, which could mean seconds or milliseconds.
 */
export function parseDuration(text: string): Micros {
  const problem = durationProblem(text);
  if (problem !== null) throw usageError('duration-invalid', problem);
  let total = 0;
  for (const [, amount, unit] of text.trim().matchAll(partPattern)) {
    total += Number(amount) * (microsPerUnit[unit ?? ''] ?? 0);
  }
  return micros(Math.round(total));
}

/** What is wrong with a duration, or `null`. */
export function durationProblem(text: string): string | null {
  const trimmed = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    return `"${text}" has no unit; write ${trimmed}s for seconds or ${trimmed}ms for milliseconds`;
  }
  if (!wholePattern.test(trimmed)) return `"${text}" is not a duration such as 500ms, 60s, 2m or 1h`;
  for (const [, , unit] of trimmed.matchAll(partPattern)) {
    if (!Object.hasOwn(microsPerUnit, unit ?? '')) {
      return `"${text}" has the unknown unit "${unit}"; the units are ${Object.keys(microsPerUnit).join(', ')}`;
    }
  }
  return null;
}
