import { type DescribedDifference, displayWidth, fitToWidth } from '@kneepoint/report';
import { terminalText } from '../screen/terminal-text.ts';
import { wrapWords } from '../screen/wrap-words.ts';

/** A comparison of two results for a terminal: the sentence, the table, what must be known, and the rule. */
export function diffText(described: DescribedDifference, columns: number): string {
  const { sentence, rows, notes, rule, runs } = described;
  const paragraph = (text: string): string => `${wrapWords(terminalText(text), columns)}\n`;
  return [
    paragraph(sentence),
    rows.length === 0 ? '' : table([described.columns, ...rows.map(({ cells }) => cells)]),
    notes.map(paragraph).join(''),
    paragraph(`${rule} ${runs}`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Columns of equal width but for the last, which says why at any length; numbers need no other order here. */
function table(rows: readonly (readonly string[])[]): string {
  const cleaned = rows.map((row) => row.map((cell) => terminalText(cell).replaceAll('\n', ' ')));
  const last = (rows[0]?.length ?? 1) - 1;
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...cleaned.map((row) => displayWidth(row[column] ?? ''))),
  );
  return cleaned
    .map((row) => {
      const cells = row.map((cell, column) =>
        column === last ? cell : fitToWidth(cell, widths[column] ?? 0, 'left'),
      );
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}
