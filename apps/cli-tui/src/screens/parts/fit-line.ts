import { columnsOf } from './columns-of.ts';
import { type Line, lineWidth, type Span, span } from './line.ts';

/** The line in at most `width` columns; what was cut ends in `ellipsis`. A wide character is never halved. */
export function clipLine(pieces: Line, width: number, ellipsis = '…'): Line {
  if (lineWidth(pieces) <= width) return pieces;
  if (width < 1) return [];
  const kept: Span[] = [];
  let left = width - 1;
  for (const piece of pieces) {
    const text = headOf(piece.text, left);
    kept.push(text === piece.text ? piece : { ...piece, text: `${text}${ellipsis}` });
    if (text !== piece.text) return kept;
    left -= columnsOf(text);
  }
  return kept;
}

/** The line in exactly `width` columns, filled with spaces on the other side. */
export function fitLine(pieces: Line, width: number, align: 'left' | 'right' = 'left'): Line {
  const clipped = clipLine(pieces, width);
  const fill = width - lineWidth(clipped);
  if (fill <= 0) return clipped;
  return align === 'left' ? [...clipped, span(' '.repeat(fill))] : [span(' '.repeat(fill)), ...clipped];
}

/** Two ends of one line: the right one stays whole where it can, the left one is cut. */
export function spreadLine(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right);
  if (room < 4) return fitLine(left, width);
  const gap = right.length === 0 ? 0 : 1;
  return [...fitLine(left, room - gap), span(' '.repeat(gap)), ...right];
}

/** Blocks of lines next to each other; each block's lines have its width, missing ones are blank. */
export function besideEachOther(
  blocks: readonly { readonly lines: readonly Line[]; readonly width: number }[],
): readonly Line[] {
  const height = Math.max(0, ...blocks.map((block) => block.lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap((block) => fitLine(block.lines[row] ?? [], block.width)),
  );
}

function headOf(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > width) break;
    kept += character;
  }
  return kept;
}
