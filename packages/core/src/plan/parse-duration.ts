import { usageError } from '../errors/kneepoint-error.ts';
import { readDuration } from '../units/read-duration.ts';
import type { Micros } from '../units/units.ts';

/** A duration as people write it, in microseconds (see `readDuration`). Throws a usage error for anything else. */
export function parseDuration(text: string): Micros {
  const read = readDuration(text);
  if (read.ok) return read.value;
  throw usageError('duration-invalid', read.problem);
}

/** What is wrong with a duration, or `null`. */
export function durationProblem(text: string): string | null {
  const read = readDuration(text);
  return read.ok ? null : read.problem;
}
