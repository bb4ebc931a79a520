import { fitLine } from './fit-line.ts';
import { type Line, lineWidth, span } from './line.ts';

/** A key and what it does, in a word or two. */
export type KeyHint = { readonly key: string; readonly does: string };

/** One line of keys, the most important first; those that do not fit are left out from the end, never cut. */
export function keyHintsLine(hints: readonly KeyHint[], width: number): Line {
  let shown: Line = [];
  for (const { key, does } of hints) {
    const next = [
      ...shown,
      ...(shown.length === 0 ? [] : [span('  ')]),
      span(key, 'accent'),
      span(` ${does}`, 'muted'),
    ];
    if (lineWidth(next) > width) break;
    shown = next;
  }
  return fitLine(shown, width);
}
