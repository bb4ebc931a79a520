import type { LivePanelName } from '../../words/live-words.ts';
import { type RowPlan, rowsFor } from './live-layout-rows.ts';

/** A panel in its place. */
export type PlacedPanel = { readonly name: LivePanelName; readonly width: number };
/** Panels next to each other. */
export type PlacedRow = { readonly height: number; readonly panels: readonly PlacedPanel[] };

/**
 * Where the panels stand in so much room. The first rows get their least height as long as there is room; what is left
 * goes to the rows that gain by it, and the last one takes what nobody wanted.
 */
export function liveLayout(
  room: { readonly columns: number; readonly rows: number },
  {
    isBefore,
    hasContent,
  }: { readonly isBefore: boolean; readonly hasContent: (name: LivePanelName) => boolean },
): readonly PlacedRow[] {
  const chosen: RowPlan[] = [];
  let left = room.rows;
  for (const row of rowsFor(room.columns, { hasDoubts: hasContent('trust'), isBefore })) {
    if (row.least > left) break;
    if (row.optional === true && !row.panels.some(hasContent)) continue;
    chosen.push(row);
    left -= row.least;
  }
  const heights = grown(chosen, left);
  return chosen.map((row, index) => ({
    height: heights[index] ?? row.least,
    panels: shared(row, room.columns),
  }));
}

function grown(rows: readonly RowPlan[], spare: number): readonly number[] {
  const heights = rows.map((row) => row.least);
  let left = spare;
  while (left > 0) {
    const open = rows.flatMap((row, index) =>
      row.grow > 0 && (heights[index] ?? 0) < row.most ? [index] : [],
    );
    if (open.length === 0) break;
    // The row that got the least of what it should have: all grow together, by their share.
    const need = (index: number): number =>
      ((heights[index] ?? 0) - (rows[index]?.least ?? 0) + 1) / (rows[index]?.grow ?? 1);
    const next = open.reduce((best, index) => (need(index) < need(best) ? index : best));
    heights[next] = (heights[next] ?? 0) + 1;
    left -= 1;
  }
  const last = heights.length - 1;
  if (last >= 0) heights[last] = (heights[last] ?? 0) + left;
  return heights;
}

function shared({ panels, shares }: RowPlan, columns: number): readonly PlacedPanel[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let before = 0;
  return panels.map((name, index) => {
    const from = Math.round((before / total) * columns);
    before += shares[index] ?? 0;
    return { name, width: Math.round((before / total) * columns) - from };
  });
}
