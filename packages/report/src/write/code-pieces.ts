/** A piece of a sentence: words, or something that stands between backticks because a reader types it. */
export type TextPiece = { readonly kind: 'words' | 'code'; readonly text: string };

/**
 * A sentence in pieces. Code holds no backtick, line break or bar, which would end it or the cell of a table; what does
 * is left as words.
 */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/`([^`\n|]+)`/g)) {
    if (match.index > from) pieces.push({ kind: 'words', text: text.slice(from, match.index) });
    pieces.push({ kind: 'code', text: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}
