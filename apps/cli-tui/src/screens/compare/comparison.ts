import {
  compareMeasured,
  type EveryMetricName,
  everyMetricNames,
  type MeasuredCell,
  type MeasuredComparison,
} from '@kneepoint/core';
import type { Choice, Side } from './compared-sides.ts';

/** A side that is held against the baseline, with what came of it. */
export type ComparedSide = Pick<MeasuredComparison, 'cells' | 'loneLevels'> & { readonly side: Side };

/** The sides that are compared, all figures of them, and the metrics that they have. */
export type SideComparison = {
  readonly baseline: Side;
  readonly candidates: readonly ComparedSide[];
  readonly metrics: readonly EveryMetricName[];
};

/** Holds the included sides against the baseline; `null` where there are fewer than two. */
export function comparisonOf(sides: readonly Side[], choice: Choice): SideComparison | null {
  const baseline = sides[choice.baseline];
  const others = choice.included.flatMap((place) => (place === choice.baseline ? [] : (sides[place] ?? [])));
  if (baseline === undefined || others.length === 0) return null;
  const compared = compareMeasured(baseline, others);
  const candidates = others.map((side, index) => ({
    side,
    cells: compared[index]?.cells ?? [],
    loneLevels: compared[index]?.loneLevels ?? [],
  }));
  const cells = candidates.flatMap((candidate) => candidate.cells);
  const known = new Set(cells.filter((cell) => isKnown(cell) && !isLone(cell)).map(({ metric }) => metric));
  return { baseline, candidates, metrics: everyMetricNames.filter((name) => known.has(name)) };
}

const isKnown = ({ baselineValue, candidateValue }: MeasuredCell): boolean =>
  baselineValue !== null || candidateValue !== null;

/** One level of a metric: the cells of all candidates that have it. */
export type ComparedLevel = {
  readonly place: MeasuredCell;
  readonly cells: readonly { readonly side: Side; readonly cell: MeasuredCell }[];
};

/** Whether one of the sides was not measured at the level of a cell. */
const isLone = ({ standing }: MeasuredCell): boolean =>
  standing.kind === 'undecided' && standing.reasons.includes('level-missing');

const cellsOf = (
  { cells }: ComparedSide,
  metric: EveryMetricName,
  which: 'common' | 'all',
): readonly MeasuredCell[] =>
  cells.filter((cell) => cell.metric === metric && (which === 'all' || !isLone(cell)));

/** The cells of a metric that both sides have. */
export const commonCells = (side: ComparedSide, metric: EveryMetricName): readonly MeasuredCell[] =>
  cellsOf(side, metric, 'common');

/** The levels of a metric in the order in which they were measured: all of the baseline's, or those alone that a side has in common with it. */
export function levelsOfMetric(
  { candidates }: SideComparison,
  metric: EveryMetricName,
  which: 'common' | 'all' = 'common',
): readonly ComparedLevel[] {
  const found = candidates.flatMap((candidate) =>
    cellsOf(candidate, metric, which).map((cell) => ({ side: candidate.side, cell })),
  );
  const groups = Map.groupBy(found, ({ cell }) =>
    JSON.stringify([cell.suite, cell.level, cell.load, cell.language]),
  );
  return [...groups.values()].flatMap((cells) => {
    const [first] = cells;
    return first === undefined ? [] : [{ place: first.cell, cells }];
  });
}
