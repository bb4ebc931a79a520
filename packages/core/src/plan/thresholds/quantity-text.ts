import type { Limit } from './threshold.ts';

/** Microseconds in the largest unit that holds them whole: `2s`, `450ms`, `1500us`. */
export function microsText(micros: number): string {
  if (micros % 1_000_000 === 0) return `${micros / 1_000_000}s`;
  return micros % 1_000 === 0 ? `${micros / 1_000}ms` : `${micros}us`;
}

/** A limit as it is written, to the last digit. */
export function limitText(limit: Limit): string {
  switch (limit.unit) {
    case 'us':
      return microsText(limit.value);
    case 'share':
      // 0.07 * 100 is 7.000000000000001; fifteen digits are those that a double keeps.
      return `${Number((limit.value * 100).toPrecision(15))}%`;
    case 'tok/s':
    case 'req/s':
      return `${limit.value} ${limit.unit}`;
    case 'requests':
    case 'verdict':
      return String(limit.value);
  }
}
