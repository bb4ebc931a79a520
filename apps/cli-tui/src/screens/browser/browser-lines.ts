import type { StoredRun } from '@kneepoint/results-store';
import { type Line, line } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { type BrowseState, isNarrowed } from './browse-state.ts';
import { detailPart, detailRows } from './detail-part.ts';
import { filterPart, filterRows } from './filter-part.ts';
import { promptLine } from './prompt-line.ts';
import { statusLine } from './status-line.ts';
import { tablePart } from './table-part.ts';

/** The room of the browser. */
export type BrowserSize = { readonly columns: number; readonly rows: number };

/** Status, header, prompt; the selected run or the filters stand between list and prompt. */
const fixedRows = 3;

/** How many runs are seen at once. */
export const visibleRuns = ({ rows }: BrowserSize, { mode }: BrowseState): number =>
  Math.max(1, rows - fixedRows - (mode.kind === 'filter' ? filterRows : detailRows));

/** What of the history is drawn. */
export type BrowserSight = { readonly count: number; readonly runs: readonly StoredRun[] };

/** The browser as lines: exactly as many as the room has. */
export function browserLines(
  state: BrowseState,
  sight: BrowserSight,
  options: { readonly size: BrowserSize; readonly look: Look },
): readonly Line[] {
  const { size, look } = options;
  const width = size.columns;
  const visible = visibleRuns(size, state);
  const table = tablePart(state, { runs: sight.runs, width }, look);
  const list = sight.count === 0 ? emptyPart(state, look) : table;
  const selected = sight.runs[state.at - state.top] ?? null;
  const below =
    state.mode.kind === 'filter' ? filterPart(state, width, look) : detailPart(selected, width, look);
  return [
    statusLine(state, { count: sight.count, width }, look),
    ...Array.from({ length: visible + 1 }, (_, row) => list[row] ?? []),
    ...below,
    promptLine(state, width, look),
  ];
}

function emptyPart(state: BrowseState, { words: { browser } }: Look): readonly Line[] {
  const [first, next] = isNarrowed(state) ? browser.noMatch : browser.empty;
  return [[], line(`   ${first}`), line(`   ${next}`, 'muted')];
}
