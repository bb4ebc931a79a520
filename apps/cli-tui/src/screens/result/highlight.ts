import type { Line, Span } from '../parts/line.ts';

/** A stretch of a line's text that is drawn in reverse. */
export type Stretch = { readonly from: number; readonly to: number };

/** The line with these stretches in reverse; they do not overlap and stand in their order. */
export function highlighted(pieces: Line, stretches: readonly Stretch[]): Line {
  if (stretches.length === 0) return pieces;
  let at = 0;
  return pieces.flatMap((piece) => {
    const start = at;
    at += piece.text.length;
    return cut(
      piece,
      stretches.map(({ from, to }) => ({ from: from - start, to: to - start })),
    );
  });
}

function cut(piece: Span, stretches: readonly Stretch[]): Span[] {
  const { text } = piece;
  const parts: Span[] = [];
  let at = 0;
  for (const stretch of stretches) {
    const from = Math.min(text.length, Math.max(at, stretch.from));
    const to = Math.min(text.length, Math.max(from, stretch.to));
    if (to === from) continue;
    parts.push(
      { ...piece, text: text.slice(at, from) },
      { ...piece, text: text.slice(from, to), inverse: true },
    );
    at = to;
  }
  return [...parts, { ...piece, text: text.slice(at) }].filter((part) => part.text !== '');
}
