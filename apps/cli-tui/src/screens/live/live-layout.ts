import type { LivePanelName } from '../../words/live-words.ts';

/** A panel in its place. */
export type PlacedPanel = { readonly name: LivePanelName; readonly width: number };
/** Panels next to each other. */
export type PlacedRow = { readonly height: number; readonly panels: readonly PlacedPanel[] };

/** A row of panels: shares of the width, the fewest and the most lines that make sense (frames included), how much of what is left it takes. */
type RowPlan = {
  readonly panels: readonly (readonly [LivePanelName, number])[];
  readonly least: number;
  readonly most: number;
  readonly grow: number;
  /** Left out when none of its panels has anything to show. */
  readonly optional?: boolean;
};

/** Rows by what matters most; those at the end are left out first. They stand in this order, too. */
const narrow = (hasDoubts: boolean): readonly RowPlan[] => [
  { panels: [['stage', 1]], least: 6, most: 6, grow: 0 },
  // Reasons for doubt need their lines more than a histogram does.
  { panels: [['latency', 1]], least: 5, most: 7, grow: hasDoubts ? 0 : 2 },
  { panels: [['trust', 1]], least: 4, most: 8, grow: 1 },
  { panels: [['plan', 1]], least: 6, most: 20, grow: 2 },
  { panels: [['chart', 1]], least: 9, most: 18, grow: 2, optional: true },
  { panels: [['errors', 1]], least: 4, most: 8, grow: 0, optional: true },
  { panels: [['server', 1]], least: 5, most: 8, grow: 0, optional: true },
  { panels: [['gpus', 1]], least: 5, most: 14, grow: 0, optional: true },
  { panels: [['log', 1]], least: 5, most: 30, grow: 1 },
];

const medium: readonly RowPlan[] = [
  { panels: [['stage', 1]], least: 6, most: 6, grow: 0 },
  { panels: [['latency', 1]], least: 7, most: 10, grow: 1 },
  {
    panels: [
      ['plan', 58],
      ['trust', 42],
    ],
    least: 7,
    most: 16,
    grow: 3,
  },
  { panels: [['chart', 1]], least: 9, most: 16, grow: 3, optional: true },
  {
    panels: [
      ['server', 1],
      ['gpus', 1],
    ],
    least: 6,
    most: 11,
    grow: 1,
    optional: true,
  },
  {
    panels: [
      ['errors', 1],
      ['log', 2],
    ],
    least: 5,
    most: 30,
    grow: 2,
  },
];

const broad: readonly RowPlan[] = [
  {
    panels: [
      ['stage', 62],
      ['trust', 38],
    ],
    least: 6,
    most: 8,
    grow: 0,
  },
  { panels: [['latency', 1]], least: 7, most: 10, grow: 1 },
  {
    panels: [
      ['plan', 1],
      ['chart', 1],
    ],
    least: 9,
    most: 20,
    grow: 4,
  },
  {
    panels: [
      ['server', 1],
      ['gpus', 1],
    ],
    least: 6,
    most: 10,
    grow: 1,
    optional: true,
  },
  {
    panels: [
      ['errors', 35],
      ['log', 65],
    ],
    least: 5,
    most: 30,
    grow: 2,
  },
];

const wide: readonly RowPlan[] = [
  {
    panels: [
      ['stage', 50],
      ['trust', 28],
      ['errors', 22],
    ],
    least: 6,
    most: 8,
    grow: 1,
  },
  { panels: [['latency', 1]], least: 7, most: 12, grow: 2 },
  {
    panels: [
      ['plan', 1],
      ['chart', 1],
    ],
    least: 9,
    most: 24,
    grow: 5,
  },
  {
    panels: [
      ['server', 27],
      ['gpus', 30],
      ['log', 43],
    ],
    least: 6,
    most: 30,
    grow: 4,
  },
];

/**
 * Where the panels stand in so much room. The first rows get their least height as long as there is room; what is left
 * goes to the rows that gain by it, and the last one takes what nobody wanted.
 */
export function liveLayout(
  room: { readonly columns: number; readonly rows: number },
  hasContent: (name: LivePanelName) => boolean,
): readonly PlacedRow[] {
  const chosen: RowPlan[] = [];
  let left = room.rows;
  for (const row of plansFor(room.columns, hasContent('trust'))) {
    if (row.least > left) break;
    if (row.optional === true && !row.panels.some(([name]) => hasContent(name))) continue;
    chosen.push(row);
    left -= row.least;
  }
  const heights = grown(chosen, left);
  return chosen.map((row, index) => ({
    height: heights[index] ?? row.least,
    panels: shared(row.panels, room.columns),
  }));
}

function plansFor(columns: number, hasDoubts: boolean): readonly RowPlan[] {
  if (columns >= 140) return wide;
  if (columns >= 96) return broad;
  return columns >= 76 ? medium : narrow(hasDoubts);
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

function shared(panels: RowPlan['panels'], columns: number): readonly PlacedPanel[] {
  const total = panels.reduce((sum, [, share]) => sum + share, 0);
  let before = 0;
  let used = 0;
  return panels.map(([name, share]) => {
    before += share;
    const end = Math.round((before / total) * columns);
    const width = end - used;
    used = end;
    return { name, width };
  });
}
