import type { Marks } from './marks.ts';

/** The last `width` values as heights over zero, the newest at the right; an unknown value is blank, and 0 is the lowest mark. */
export function sparkline(values: readonly (number | null)[], width: number, marks: Marks): string {
  const shown = width < 1 ? [] : values.slice(-width);
  const highest = Math.max(0, ...shown.map((value) => value ?? 0));
  const steps = marks.heights.length - 1;
  const drawn = shown.map((value) => {
    if (value === null) return ' ';
    const step = highest === 0 ? 1 : Math.max(1, Math.round((value / highest) * steps));
    return marks.heights[step] ?? ' ';
  });
  return drawn.join('').padStart(Math.max(0, width));
}
