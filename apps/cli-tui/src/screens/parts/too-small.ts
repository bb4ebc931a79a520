import { fitLine } from './fit-line.ts';
import { type Line, span } from './line.ts';
import type { Look } from './look.ts';

/** The size of a terminal in columns and rows. */
export type ScreenSize = { readonly columns: number; readonly rows: number };

/** The smallest terminal that screens are drawn on. */
export const smallestScreen: ScreenSize = { columns: 60, rows: 20 };

/** One line for a terminal that is too small; `null` where it is large enough. */
export function tooSmallLine(size: ScreenSize, { words }: Look): Line | null {
  if (size.columns >= smallestScreen.columns && size.rows >= smallestScreen.rows) return null;
  const text = words.live.tooSmall({ ...smallestScreen, now: size });
  return fitLine([span(text, 'caution')], size.columns);
}
