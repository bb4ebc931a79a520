import { remarkBeside } from '@kneepoint/report';
import type { Look } from '../parts/look.ts';
import { layoutBlocks } from './layout-blocks.ts';
import { columnsInSight, mostShift } from './layout-table.ts';
import type { Paper } from './paper.ts';
import type { ResultPage } from './result-pages.ts';
import type { ResultRoom } from './result-state.ts';
import { findMatches, type Match, searchIndex } from './search-lines.ts';
import type { ShownLine } from './shown-line.ts';

/** The pages of a result on paper of one size; each is laid out when it is first looked at. */
export type ResultBook = ResultRoom & {
  readonly paper: Paper;
  /** The lines of a page. */
  shown(page: number): readonly ShownLine[];
};

/** The room of a page's text. */
export type PageSize = {
  readonly width: number;
  readonly height: number;
  /** The keys that scroll wide tables, where they are not the arrows. */
  readonly shiftKeys?: string;
};

export function resultBook(pages: readonly ResultPage[], size: PageSize, { theme, words }: Look): ResultBook {
  const paper: Paper = {
    width: size.width,
    chartRows: Math.min(16, Math.max(6, size.height - 8)),
    marks: theme.marks,
    shiftKeys: size.shiftKeys ?? (theme.marks.unicode ? '← →' : 'left, right'),
    aside: remarkBeside(words.language),
    words: words.result,
  };
  const shown = remembered((page: number) => layoutBlocks(pages[page]?.blocks ?? [], paper));
  const searched = remembered((page: number) => searchIndex(shown(page)));
  const found = remembered((key: string): readonly Match[] => {
    const at = key.indexOf(' ');
    return findMatches(searched(Number(key.slice(0, at))), key.slice(at + 1));
  });
  return {
    paper,
    shown,
    height: size.height,
    pages: pages.length,
    lines: (page) => shown(page).length,
    mostShift: (page) =>
      Math.max(0, ...shown(page).map((line) => (line.kind === 'columns' ? mostShift(line.table) : 0))),
    numbered: (number) => {
      const page = pages.findIndex((own) => own.number === number);
      return page === -1 ? null : page;
    },
    matches: (page, query) => found(`${page} ${query}`),
    shiftFor: (page, match, shift) => shiftFor(shown(page), match, shift),
  };
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function shiftFor(lines: readonly ShownLine[], { parts }: Match, shift: number): number | null {
  const [first] = parts;
  const line = first === undefined ? undefined : lines[first.line];
  if (first?.cell == null || line?.kind !== 'row') return null;
  return columnsInSight(line.table, shift).includes(first.cell) ? null : first.cell - 1;
}
