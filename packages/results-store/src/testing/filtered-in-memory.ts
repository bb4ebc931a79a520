import type { StoredRun } from '../results-store.ts';
import { newestFirst, type RunColumn, type RunFilter, type RunQuery } from '../run-query.ts';
import { searchText, searchWords } from '../search-text.ts';

/** What a query means, said a second time without a database. */
export function filteredInMemory(runs: readonly StoredRun[], query: RunQuery): StoredRun[] {
  const { limit = Number.POSITIVE_INFINITY, offset = 0 } = query;
  const wanted = runs.filter((run) => matches(run, query)).sort((left, right) => order(left, right, query));
  return wanted.slice(offset, offset + limit);
}

function matches(run: StoredRun, { search = '', verdicts = [], target, since }: RunFilter): boolean {
  return (
    searchWords(search).every((word) => searchText(run).includes(word)) &&
    (verdicts.length === 0 || verdicts.includes(run.verdict)) &&
    (target === undefined || run.targets.includes(target)) &&
    (since === undefined || run.createdAt >= since)
  );
}

function order(left: StoredRun, right: StoredRun, { order: { column, direction } = newestFirst }: RunQuery) {
  const [one, other] = [keyOf(left, column), keyOf(right, column)];
  if ((one === null) !== (other === null)) return one === null ? 1 : -1;
  const compared = one === null || other === null ? 0 : compare(one, other);
  if (compared !== 0) return direction === 'ascending' ? compared : -compared;
  const newest = compare(right.createdAt, left.createdAt) || compare(right.id, left.id);
  return column === 'created' && direction === 'ascending' ? -newest : newest;
}

function keyOf(run: StoredRun, column: RunColumn): string | number | null {
  switch (column) {
    case 'created':
      return run.createdAt;
    case 'name':
      return searchText(run);
    case 'targets':
      return JSON.stringify(run.targets).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    case 'stages':
      return run.stageCount;
    case 'throughput':
      return run.best?.outputTokensPerSecond ?? null;
    case 'verdict':
      return ['valid', 'suspect', 'invalid', 'no-data'].indexOf(run.verdict);
    case 'exit':
      return run.exitCode;
  }
}

/** Numbers by value, texts by their bytes as UTF-8, as SQLite compares them. */
function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
}
