import { type Line, span } from '../parts/line.ts';
import { highlighted, type Stretch } from './highlight.ts';
import { columnsInSight, drawnLine, tableGap } from './layout-table.ts';
import type { ResultBook } from './result-book.ts';
import type { ResultState } from './result-state.ts';
import type { MatchPart } from './search-lines.ts';
import type { ShownLine } from './shown-line.ts';

/** The lines of a page that are in sight, what was searched for in reverse; the match that the person is at has its sign. */
export function pageLines(state: ResultState, book: ResultBook): readonly Line[] {
  const { page, offset, shift, query, match } = state;
  const shown = book.shown(page).slice(offset, offset + book.height);
  const matches = query === '' ? [] : book.matches(page, query);
  const parts = matches.flatMap((found) => found.parts);
  const here = match === null ? undefined : matches[match]?.parts[0];
  return shown.map((line, index) => {
    const at = offset + index;
    const own = parts.filter((part) => part.line === at);
    const drawn =
      own.length === 0 ? drawnLine(line, shift, book.paper) : foundLine(line, own, { shift, book });
    return here?.line === at
      ? [...drawn, span(` ${book.paper.marks.unicode ? '◀' : '<'}`, 'caution')]
      : drawn;
  });
}

type Drawing = { readonly shift: number; readonly book: ResultBook };

function foundLine(line: ShownLine, parts: readonly MatchPart[], { shift, book }: Drawing): Line {
  if (line.kind === 'columns') return drawnLine(line, shift, book.paper);
  if (line.kind === 'text') return highlighted(line.pieces, parts);
  return columnsInSight(line.table, shift).flatMap((column, place) => {
    const cell = line.cells[column];
    const stretches: readonly Stretch[] = parts.filter((part) => part.cell === column);
    return [
      ...(place === 0 ? [] : [span(' '.repeat(tableGap))]),
      ...(cell === undefined ? [] : highlighted([cell], stretches)),
    ];
  });
}
