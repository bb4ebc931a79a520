import type { LivePanelName } from '../../words/live-words.ts';

/** A row of panels as a layout wants it. */
export type RowPlan = {
  readonly panels: readonly LivePanelName[];
  /** Of the width, a number for each panel. */
  readonly shares: readonly number[];
  /** The fewest and the most lines that make sense, frames included. */
  readonly least: number;
  readonly most: number;
  /** How much of the lines that are left over it takes, against the other rows. */
  readonly grow: number;
  /** Left out when none of its panels has anything to show. */
  readonly optional?: boolean;
};

/** What the layout depends on besides the room. */
export type LayoutMoment = {
  /** The verdict has reasons, which want to be read. */
  readonly hasDoubts: boolean;
  /** No stage has started yet: servers are being started, which is told by the log. */
  readonly isBefore: boolean;
};

/**
 * The rows for a width, by what matters most: those at the end are left out first, and they stand in this order, too.
 * Reasons for doubt need their lines more than a histogram does.
 */
export function rowsFor(columns: number, moment: LayoutMoment): readonly RowPlan[] {
  const { hasDoubts, isBefore } = moment;
  if (isBefore) return before;
  if (columns >= 140) return wide(hasDoubts);
  if (columns >= 96) return broad(hasDoubts);
  return columns >= 76 ? medium : narrow(hasDoubts);
}

const before: readonly RowPlan[] = [
  { panels: ['stage'], shares: [1], least: 6, most: 10, grow: 1 },
  { panels: ['log'], shares: [1], least: 6, most: 60, grow: 3 },
  { panels: ['plan'], shares: [1], least: 5, most: 20, grow: 2, optional: true },
];

const narrow = (hasDoubts: boolean): readonly RowPlan[] => [
  { panels: ['stage'], shares: [1], least: 6, most: 6, grow: 0 },
  { panels: ['latency'], shares: [1], least: 5, most: 7, grow: hasDoubts ? 0 : 2 },
  { panels: ['trust'], shares: [1], least: 4, most: 8, grow: 1 },
  { panels: ['plan'], shares: [1], least: 6, most: 20, grow: 2 },
  { panels: ['chart'], shares: [1], least: 9, most: 18, grow: 2, optional: true },
  { panels: ['errors'], shares: [1], least: 4, most: 8, grow: 0, optional: true },
  { panels: ['server'], shares: [1], least: 5, most: 8, grow: 0, optional: true },
  { panels: ['gpus'], shares: [1], least: 5, most: 14, grow: 0, optional: true },
  { panels: ['log'], shares: [1], least: 5, most: 30, grow: 1 },
];

const medium: readonly RowPlan[] = [
  { panels: ['stage'], shares: [1], least: 6, most: 6, grow: 0 },
  { panels: ['latency'], shares: [1], least: 7, most: 10, grow: 1 },
  { panels: ['plan', 'trust'], shares: [58, 42], least: 7, most: 16, grow: 3 },
  { panels: ['chart'], shares: [1], least: 9, most: 16, grow: 3, optional: true },
  { panels: ['server', 'gpus'], shares: [1, 1], least: 6, most: 11, grow: 1, optional: true },
  { panels: ['errors', 'log'], shares: [1, 2], least: 5, most: 30, grow: 2 },
];

const broad = (hasDoubts: boolean): readonly RowPlan[] => [
  { panels: ['stage', 'trust'], shares: [62, 38], least: 6, most: 9, grow: hasDoubts ? 4 : 0 },
  { panels: ['latency'], shares: [1], least: 7, most: 10, grow: 1 },
  { panels: ['plan', 'chart'], shares: [1, 1], least: 9, most: 20, grow: 4 },
  { panels: ['server', 'gpus'], shares: [1, 1], least: 6, most: 10, grow: 1, optional: true },
  { panels: ['errors', 'log'], shares: [35, 65], least: 5, most: 30, grow: 2 },
];

const wide = (hasDoubts: boolean): readonly RowPlan[] => [
  { panels: ['stage', 'trust', 'errors'], shares: [50, 28, 22], least: 6, most: 9, grow: hasDoubts ? 4 : 0 },
  { panels: ['latency'], shares: [1], least: 7, most: 12, grow: 2 },
  { panels: ['plan', 'chart'], shares: [1, 1], least: 9, most: 24, grow: 5 },
  { panels: ['server', 'gpus', 'log'], shares: [27, 30, 43], least: 6, most: 30, grow: 4 },
];
