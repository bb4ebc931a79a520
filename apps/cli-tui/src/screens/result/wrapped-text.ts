import { textPieces, wrapToWidth } from '@kneepoint/report';
import { type Line, lineText, type Span, span, type Tone } from '../parts/line.ts';
import { pageText } from './page-text.ts';
import type { Glue, ShownLine } from './shown-line.ts';

/** How a text is to be laid out. */
export type TextLook = {
  readonly width: number;
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** Stands before the first line; the others are indented as far. */
  readonly mark?: Line;
  readonly indent?: number;
};

/** A sentence in lines of at most the width, what stands between backticks told apart by its look. */
export function wrappedText(text: string, look: TextLook): ShownLine[] {
  const { width, tone = 'plain', bold = false, mark = [], indent = 0 } = look;
  const parts = textPieces(pageText(text).replace(/ {2,}/g, ' '));
  const plain = parts.map((part) => part.text).join('');
  const codes = codeRanges(parts);
  const broken = brokenLines(plain, Math.max(8, width - indent));
  return broken.map(
    ({ text: line, from, glue }, index): ShownLine => ({
      kind: 'text',
      glue: index === 0 ? '\n' : glue,
      lead: index === 0 ? lineText(mark).length : indent,
      pieces: [
        ...(index === 0 ? mark : indent === 0 ? [] : [span(' '.repeat(indent))]),
        ...toned(line, from, codes).map((piece) => styled(piece, tone, bold)),
      ],
    }),
  );
}

type Piece = { readonly text: string; readonly isCode: boolean };

const styled = ({ text, isCode }: Piece, tone: Tone, bold: boolean): Span =>
  isCode && tone === 'plain' ? span(text, 'accent') : span(text, tone, bold);

type Range = { readonly from: number; readonly to: number };

function codeRanges(parts: readonly { readonly kind: string; readonly text: string }[]): Range[] {
  let at = 0;
  return parts.flatMap(({ kind, text }) => {
    const range = { from: at, to: at + text.length };
    at = range.to;
    return kind === 'code' ? [range] : [];
  });
}

/** A line cut where code begins and ends. */
function toned(line: string, from: number, codes: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const code of codes) {
    const [start, end] = [code.from - from, code.to - from].map((place) =>
      Math.min(line.length, Math.max(0, place)),
    );
    if (start === undefined || end === undefined || start === end) continue;
    pieces.push(
      { text: line.slice(at, start), isCode: false },
      { text: line.slice(start, end), isCode: true },
    );
    at = end;
  }
  return [...pieces, { text: line.slice(at), isCode: false }].filter(({ text }) => text !== '');
}

/** The lines of a text, where each begins in it, and whether a space was taken out before it. */
export function brokenLines(
  text: string,
  width: number,
): { readonly text: string; readonly from: number; readonly glue: Glue }[] {
  let at = 0;
  return wrapToWidth(text, width).map((line) => {
    const found = text.indexOf(line, at);
    const from = found === -1 ? at : found;
    const glue: Glue = from > at ? ' ' : '';
    at = from + line.length;
    return { text: line, from, glue };
  });
}
