import type { DocumentTable } from './document-block.ts';
import { plainText } from './plain-text.ts';

/** A CSV file (RFC 4180; comma, semicolon or tab, by its first line) as one table, its first line the headings. */
export function readCsv(text: string): DocumentTable {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''), separatorOf(text)).filter((row) =>
    row.some((cell) => cell !== ''),
  );
  const [columns = [], ...others] = rows;
  return { kind: 'table', line: 1, columns, rows: others };
}

function separatorOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: head.split(separator).length }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).separator;
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(plainText(cell));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (quoted && character === '"' && text.charAt(index + 1) === '"') {
      cell += '"';
      index++;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === separator) endCell();
    else if (!quoted && character === '\n') endRow();
    else if (quoted || character !== '\r') cell += character;
  }
  endRow();
  return rows;
}
