import type { Micros } from '../../units/units.ts';

/** A duration as Docker and Compose read it: `90s`, `1500ms`. */
export function goDuration(micros: Micros): string {
  if (micros % 1_000_000 === 0) return `${micros / 1_000_000}s`;
  return micros % 1000 === 0 ? `${micros / 1000}ms` : `${micros}us`;
}
