import { cleanLine, cleanText } from './clean-text.ts';
import { textPieces } from './code-pieces.ts';

/** Text of a paragraph, a list item or a table cell: nothing in it is markup, a link or HTML. */
export function escapeMarkdown(text: string): string {
  const escaped = cleanLine(text)
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*)([#+-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');
  // GitHub makes a link of an address unless its sign is an entity; a copy of it is still the address.
  return escaped.replace(/(https?|ftp):/gi, '$1&#58;').replace(/(www)\./gi, '$1&#46;');
}

/** A sentence: words are escaped, code stands between backticks, where Markdown takes it as it is. */
export const inlineMarkdown = (text: string): string =>
  textPieces(text)
    .map((piece) => (piece.kind === 'code' ? `\`${cleanLine(piece.text)}\`` : escapeMarkdown(piece.text)))
    .join('');

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fencedMarkdown(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}text\n${cleanText(text)}\n${fence}`;
}
