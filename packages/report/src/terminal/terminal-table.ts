import type { PageWords } from '../catalogue/page-words.ts';
import type { Cell, Column } from '../model/document.ts';
import { cleanLine } from '../write/clean-text.ts';
import { displayWidth, fitToWidth } from './display-width.ts';
import { wrapToWidth } from './wrap-width.ts';

/** Narrower than this a column is not read any more; then each row is told line by line. */
const leastColumn = 6;
const gap = 2;

/** A table in a terminal of so many columns: cells wrap, and where even that is too wide each row is a list of its own. */
export function terminalTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width, aside }: { readonly width: number; readonly aside: PageWords['aside'] },
): string[] {
  const texts = rows.map((row) =>
    row.map(({ text, note }) => cleanLine(note === null ? text : aside(text, note))),
  );
  const natural = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...texts.map((row) => displayWidth(row[index] ?? ''))),
  );
  const widths = fittingWidths(natural, width - gap * (columns.length - 1));
  if (widths === null) return rowLists(columns, texts, width);
  const line = (cells: readonly string[]): string[] => tableLines(cells, columns, widths);
  return [
    ...line(columns.map(({ title }) => title)),
    widths.map((one) => '─'.repeat(one)).join(' '.repeat(gap)),
    ...texts.flatMap(line),
  ];
}

/** The widest columns give until the sum fits; `null` where some would become too narrow to be read. */
function fittingWidths(natural: readonly number[], available: number): number[] | null {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, one) => sum + one, 0);
  while (total() > available) {
    const widest = Math.max(...widths);
    if (widest <= leastColumn) return null;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function tableLines(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
): string[] {
  const wrapped = widths.map((width, index) => wrapToWidth(cells[index] ?? '', width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    widths
      .map((width, index) => fitToWidth(wrapped[index]?.[row] ?? '', width, columns[index]?.align ?? 'left'))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function rowLists(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : ['']),
    ...columns.flatMap(({ title }, position) => {
      const text = row[position] ?? '';
      if (text === '') return [];
      const [first = '', ...rest] = wrapToWidth(`${title}: ${text}`, width - 2);
      return [first, ...rest.map((one) => `  ${one}`)];
    }),
  ]);
}
