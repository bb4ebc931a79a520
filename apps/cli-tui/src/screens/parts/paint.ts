import type { Line, Span, Tone } from './line.ts';
import type { Theme } from './theme.ts';

/**
 * The named colours of a terminal, which its owner has chosen to be readable: never black or white, no backgrounds.
 * Good is cyan and never green, so that nobody has to tell red from green; caution is yellow, bad is bold as well.
 */
const colors: Readonly<Record<Tone, number | null>> = {
  plain: null,
  good: 36,
  caution: 33,
  bad: 31,
  muted: null,
  accent: 34,
  'target-1': 36,
  'target-2': 33,
  'target-3': 35,
  'target-4': 34,
  'target-5': 32,
  'target-6': 31,
};

/** A line as a terminal takes it. Every look is ended in the same line. */
export const paintLine = (pieces: Line, theme: Theme): string =>
  pieces.map((piece) => paintSpan(piece, theme)).join('');

function paintSpan(piece: Span, theme: Theme): string {
  const { marks } = theme;
  // Cut lines, and texts of the words, end in an ellipsis that not every terminal shows.
  const text = marks.unicode ? piece.text : piece.text.replaceAll('…', marks.ellipsis);
  const tone = piece.tone ?? 'plain';
  const color = theme.color ? colors[tone] : null;
  const bold = piece.bold === true || tone === 'bad' || tone === 'accent';
  const open: number[] = [];
  const close: number[] = [];
  if (bold || tone === 'muted') {
    open.push(bold ? 1 : 2);
    close.push(22);
  }
  if (piece.inverse === true) {
    open.push(7);
    close.push(27);
  }
  if (color !== null) {
    open.push(color);
    close.push(39);
  }
  if (open.length === 0 || text === '') return text;
  return `\u001b[${open.join(';')}m${text}\u001b[${close.join(';')}m`;
}
