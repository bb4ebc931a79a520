import { cleanText } from './clean-text.ts';
import { textPieces } from './code-pieces.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute of HTML or SVG. */
export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A sentence for an element: what stands between backticks is code. */
export const inlineHtml = (text: string): string =>
  textPieces(text)
    .map((piece) =>
      piece.kind === 'code' ? `<code>${escapeHtml(piece.text)}</code>` : escapeHtml(piece.text),
    )
    .join('');
