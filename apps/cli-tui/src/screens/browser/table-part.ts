import type { RunOrder, StoredRun } from '@kneepoint/results-store';
import { fitLine } from '../parts/fit-line.ts';
import { inverseLine, type Line, line, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import type { BrowseState } from './browse-state.ts';
import { type BrowserColumn, browserColumns } from './browser-columns.ts';
import { runCell } from './run-cells.ts';

/** Runs of the list that are seen, the first of them at `state.top`. */
export type TableSight = { readonly runs: readonly StoredRun[]; readonly width: number };

/** The header and a line for each run that is seen, all of them exactly as wide as the screen. */
export function tablePart(state: BrowseState, { runs, width }: TableSight, look: Look): readonly Line[] {
  const columns = browserColumns(width, look.words.browser);
  const { marks } = look.theme;
  const rows = runs.map((run, place) => {
    const isSelected = state.top + place === state.at;
    const sign = `${isSelected ? marks.selected : ' '}${state.marks.has(run.id) ? '*' : ' '} `;
    const drawn = fitLine(
      [span(sign, 'plain', true), ...cells(columns, (column) => runCell(run, column, look))],
      width,
    );
    return isSelected ? inverseLine(drawn) : drawn;
  });
  const header = cells(columns, (column) => titleLine(column, state.order, look));
  return [fitLine([span('   '), ...header], width), ...rows];
}

function cells(columns: readonly BrowserColumn[], cell: (column: BrowserColumn) => Line): Line {
  return columns.flatMap((column, place) => [
    ...(place === 0 ? [] : [span('  ')]),
    ...fitLine(cell(column), column.width, column.align),
  ]);
}

function titleLine({ column }: BrowserColumn, order: RunOrder, look: Look): Line {
  const title = look.words.browser.columns[column];
  return column === order.column
    ? line(title + orderArrow(order, look), 'plain', true)
    : line(title, 'muted');
}

/** Which way an order goes, beside the name of its column. */
export const orderArrow = ({ direction }: RunOrder, { theme }: Look): string =>
  direction === 'ascending' ? theme.marks.up : theme.marks.down;
