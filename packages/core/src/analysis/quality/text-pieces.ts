import { letterCount } from './writing-scripts.ts';

/** A part of a text and its letters. */
export type TextPiece = { readonly text: string; readonly letters: number };

/** Up to and with the end of a sentence or a line. */
const sentence = /[^.!?。！？\n]*[.!?。！？\n]+|[^.!?。！？\n]+$/gu;

/** A text in pieces of whole sentences with at least so many letters each; what is left at the end goes to the last piece. */
export function textPieces(text: string, leastLetters: number): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let open: TextPiece = { text: '', letters: 0 };
  for (const part of text.match(sentence) ?? []) {
    open = { text: open.text + part, letters: open.letters + letterCount(part) };
    if (open.letters < leastLetters) continue;
    pieces.push(open);
    open = { text: '', letters: 0 };
  }
  const last = pieces.pop();
  if (last === undefined) return open.letters === 0 ? [] : [open];
  return [...pieces, { text: last.text + open.text, letters: last.letters + open.letters }];
}
