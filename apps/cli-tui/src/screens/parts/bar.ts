import { type Line, span, type Tone } from './line.ts';
import type { Marks } from './marks.ts';

/** A share of 0 to 1 as a bar of exactly `width` columns with a partial last cell; `null` is an empty track. */
export function barLine(
  share: number | null,
  width: number,
  { marks, tone = 'accent' }: { readonly marks: Marks; readonly tone?: Tone },
): Line {
  const filled = filledCells(Math.min(1, Math.max(0, share ?? 0)), width, marks);
  return [span(filled, tone), span(marks.track.repeat(Math.max(0, width - filled.length)), 'muted')];
}

/** A length of 0 to 1 of `width` columns in whole and partial cells, without a track. */
export function filledCells(share: number, width: number, marks: Marks): string {
  const steps = marks.lengths.length - 1;
  const whole = Math.round(share * width * steps);
  const full = (marks.lengths[steps] ?? '').repeat(Math.floor(whole / steps));
  return whole % steps === 0 ? full : full + (marks.lengths[whole % steps] ?? '');
}
