import type { StoredRun } from '../results-store.ts';
import { searchText } from '../search-text.ts';
import type { runsTable } from './schema.ts';

/** A row as the database has it. */
export type RunRow = typeof runsTable.$inferSelect;

/** The row of a run and its compressed document. */
export function toRow(run: StoredRun, document: Buffer): RunRow {
  const { best, targets, ...columns } = run;
  return {
    ...columns,
    targets: [...targets],
    bestOutputThroughput: best?.outputTokensPerSecond ?? null,
    bestTarget: best?.target ?? null,
    bestLoad: best?.load ?? null,
    document,
    searchText: searchText(run),
  };
}

/** What a list shows of a row. */
export function toStoredRun(row: Omit<RunRow, 'document' | 'searchText'>): StoredRun {
  const { id, name, createdAt, targets, stageCount, verdict, exitCode, resultPath } = row;
  const { bestOutputThroughput, bestTarget, bestLoad } = row;
  const best =
    bestOutputThroughput === null || bestTarget === null || bestLoad === null
      ? null
      : { outputTokensPerSecond: bestOutputThroughput, target: bestTarget, load: bestLoad };
  return { id, name, createdAt, targets, stageCount, verdict, best, exitCode, resultPath };
}
