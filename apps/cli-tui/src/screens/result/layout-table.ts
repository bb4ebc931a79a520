import type { Block } from '@kneepoint/report';
import { columnsOf } from '../parts/columns-of.ts';
import { fitLine } from '../parts/fit-line.ts';
import { lineText, type Span, span, type Tone } from '../parts/line.ts';
import { cellText, screenTone } from './document-tone.ts';
import { pageText } from './page-text.ts';
import type { Paper } from './paper.ts';
import { blankLine, type Glue, type ShownLine, type ShownTable } from './shown-line.ts';
import { brokenLines } from './wrapped-text.ts';

/** Between two columns. */
export const tableGap = 2;
/** A column of words is not made narrower than this to avoid scrolling. */
const leastWords = 14;

type Table = Extract<Block, { kind: 'table' }>;
type CellText = { readonly text: string; readonly tone: Tone; readonly align: 'left' | 'right' };

/** The lines of a table: its header, a rule, and each row in as many lines as its longest cell needs. */
export function layoutTable(table: Table, paper: Paper): ShownLine[] {
  const titles = table.columns.map(({ title }) => pageText(title));
  const rows = table.rows.map((row) =>
    row.map(
      (cell, index): CellText => ({
        text: pageText(cellText(cell, paper)).replaceAll('`', ''),
        tone: screenTone(cell.tone),
        align: table.columns[index]?.align ?? 'left',
      }),
    ),
  );
  const widths = columnWidths(titles, rows, paper.width);
  const shown: ShownTable = { widths, room: paper.width };
  const header = titles.map(
    (text, index): CellText => ({
      text,
      tone: 'muted',
      align: table.columns[index]?.align ?? 'left',
    }),
  );
  const heights = rows.map((row, index) => rowLines(row, index, shown));
  const { horizontal } = paper.marks.border;
  return [
    ...(mostShift(shown) === 0 ? [] : [{ kind: 'columns', table: shown } as const]),
    ...rowLines(header, -1, shown),
    {
      kind: 'row',
      table: shown,
      row: -1,
      cells: widths.map((width) => span(horizontal.repeat(width), 'muted')),
      glues: [],
    },
    // A row of several lines is told from its neighbours by an empty one.
    ...heights.flatMap((lines, index) => {
      const before = heights[index - 1]?.length ?? 0;
      return index > 0 && Math.max(before, lines.length) > 2 ? [blankLine, ...lines] : lines;
    }),
  ];
}

function rowLines(cells: readonly CellText[], row: number, table: ShownTable): ShownLine[] {
  const wrapped = table.widths.map((width, index) => brokenLines(cells[index]?.text ?? '', width));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  // Titles stand on the rule below them.
  const above = (lines: readonly unknown[]): number => (row === -1 ? height - lines.length : 0);
  return Array.from({ length: height }, (_, place): ShownLine => {
    const parts = wrapped.map((lines) => lines[place - above(lines)]);
    return {
      kind: 'row',
      table,
      row,
      cells: table.widths.map((width, index) => {
        const { tone = 'plain', align = 'left' } = cells[index] ?? {};
        return span(fitted(parts[index]?.text ?? '', width, align), tone);
      }),
      glues: parts.map((part): Glue => part?.glue ?? ''),
    };
  });
}

const fitted = (text: string, width: number, align: 'left' | 'right'): string =>
  lineText(fitLine([span(text)], width, align));

/** What each column wants; where that is too much, columns of words give way first, then the table is scrolled. */
function columnWidths(
  titles: readonly string[],
  rows: readonly (readonly CellText[])[],
  room: number,
): number[] {
  const first = Math.max(10, Math.floor(room * 0.4));
  const natural = titles.map((title, index) =>
    Math.max(1, titleWidth(title), ...rows.map((row) => columnsOf(row[index]?.text ?? ''))),
  );
  const least = titles.map((title, index) => {
    const words = rows.some((row) => (row[index]?.text ?? '').trim().includes(' '));
    return words || (natural[index] ?? 0) > leastWords * 2
      ? Math.min(natural[index] ?? 0, Math.max(leastWords, titleWidth(title)))
      : (natural[index] ?? 0);
  });
  const available = room - tableGap * (titles.length - 1);
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, width) => sum + width, 0);
  while (total() > available) {
    const slack = widths.map((width, index) => (width > (least[index] ?? 0) ? width : 0));
    const widest = Math.max(...slack);
    if (widest === 0) break;
    widths[slack.indexOf(widest)] = widest - 1;
  }
  if (total() <= available) return widths;
  const own = Math.min(widths[0] ?? 1, first);
  // A scrolled table has room for its titles, so a header needs no second line for columns that are out of sight.
  return natural.map((width, index) => {
    if (index === 0) return own;
    const wanted = Math.max(width, Math.min(columnsOf(titles[index] ?? ''), 22));
    return Math.min(wanted, Math.max(leastWords, Math.floor((room - own) * 0.6)), room - own - tableGap);
  });
}

/** A title may stand in two lines. */
function titleWidth(title: string): number {
  const whole = columnsOf(title);
  const longest = Math.max(0, ...title.split(' ').map(columnsOf));
  return whole <= 8 ? whole : Math.max(longest, Math.ceil(whole / 2));
}

/** The columns in sight when `shift` columns behind the first are scrolled away: indexes, the first always. */
export function columnsInSight({ widths, room }: ShownTable, shift: number): readonly number[] {
  let left = room - (widths[0] ?? 0);
  const shown = [0];
  for (let index = 1 + Math.min(shift, mostShift({ widths, room })); index < widths.length; index++) {
    left -= (widths[index] ?? 0) + tableGap;
    if (left < 0 && shown.length > 1) break;
    shown.push(index);
  }
  return shown;
}

/** How far a table can be scrolled: until its last column is in sight. */
export function mostShift({ widths, room }: ShownTable): number {
  let left = room - (widths[0] ?? 0);
  let index = widths.length;
  while (index > 1) {
    left -= (widths[index - 1] ?? 0) + tableGap;
    if (left < 0) break;
    index--;
  }
  return Math.max(0, Math.min(index - 1, widths.length - 2));
}

/** A line of the chapter as it is drawn now. */
export function drawnLine(
  line: ShownLine,
  shift: number,
  paper: Pick<Paper, 'words' | 'shiftKeys'>,
): readonly Span[] {
  switch (line.kind) {
    case 'text':
      return line.pieces;
    case 'row':
      return columnsInSight(line.table, shift).flatMap((index, place) => {
        const cell = line.cells[index];
        return [...(place === 0 ? [] : [span(' '.repeat(tableGap))]), ...(cell === undefined ? [] : [cell])];
      });
    case 'columns': {
      const shown = columnsInSight(line.table, shift);
      const sight = {
        from: (shown[1] ?? 1) + 1,
        to: (shown.at(-1) ?? 1) + 1,
        all: line.table.widths.length,
        keys: paper.shiftKeys,
      };
      return [span(paper.words.columns(sight), 'muted')];
    }
  }
}
