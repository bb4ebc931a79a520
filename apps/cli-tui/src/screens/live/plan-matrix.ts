import { type PlannedStage, stagePlace } from '@kneepoint/core';
import type { LiveCell } from '../../live/live-run.ts';

/** A level of a suite with the stages of each target, in the order of their repeats. */
export type MatrixRow = {
  readonly place: string;
  readonly stage: PlannedStage;
  readonly cells: ReadonlyMap<string, readonly LiveCell[]>;
};

/** The stages of a run by level and target. */
export type PlanMatrix = { readonly targets: readonly string[]; readonly rows: readonly MatrixRow[] };

/** Orders cells into rows as they first occur; targets as they are given, then those that only stages name. */
export function planMatrix(cells: readonly LiveCell[], targets: readonly string[]): PlanMatrix {
  const rows = new Map<string, { stage: PlannedStage; cells: Map<string, LiveCell[]> }>();
  const names = new Set(targets);
  for (const cell of cells) {
    const { stage } = cell;
    names.add(stage.target);
    const place = stagePlace(stage.id, stage.target, stage.repeat) ?? stage.id;
    const row = rows.get(place) ?? { stage, cells: new Map<string, LiveCell[]>() };
    rows.set(place, row);
    row.cells.set(stage.target, [...(row.cells.get(stage.target) ?? []), cell]);
  }
  return {
    targets: [...names],
    rows: [...rows].map(([place, row]) => ({
      place,
      stage: row.stage,
      cells: new Map(
        [...row.cells].map(([name, list]) => [
          name,
          list.toSorted((a, b) => a.stage.repeat - b.stage.repeat),
        ]),
      ),
    })),
  };
}

/** The mean of what the ended repeats reached, in tokens per second; `null` before one has a figure. */
export function meanThroughput(cells: readonly LiveCell[]): number | null {
  const values = cells
    .map((cell) => cell.ended?.figures.outputThroughput ?? null)
    .filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
