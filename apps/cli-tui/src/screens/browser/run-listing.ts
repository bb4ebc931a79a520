import type { ResultsStore, RunQuery, StoredRun } from '@kneepoint/results-store';

/** Runs that are read at once: scrolling by a line asks the store for none. */
const blockSize = 256;

/** The list of a query as far as it has been looked at. Its methods throw what the store throws. */
export type RunListing = {
  count(query: RunQuery): number;
  /** Runs from an offset, at most so many. */
  page(query: RunQuery, offset: number, limit: number): readonly StoredRun[];
  targetNames(): readonly string[];
  /** What was read may have changed. */
  forget(): void;
};

/** Reads blocks of the history when they are first looked at, and keeps those of the last query. */
export function createRunListing(store: Pick<ResultsStore, 'list' | 'count' | 'targetNames'>): RunListing {
  let asked = '';
  let count: number | null = null;
  let names: readonly string[] | null = null;
  const blocks = new Map<number, readonly StoredRun[]>();
  const forget = (): void => {
    blocks.clear();
    count = null;
  };
  const ask = (query: RunQuery): void => {
    const words = JSON.stringify(query);
    if (words !== asked) forget();
    asked = words;
  };
  const block = (query: RunQuery, index: number): readonly StoredRun[] => {
    const known = blocks.get(index);
    if (known !== undefined) return known;
    const read = store.list({ ...query, offset: index * blockSize, limit: blockSize });
    blocks.set(index, read);
    return read;
  };
  return {
    count: (query) => {
      ask(query);
      count ??= store.count(query);
      return count;
    },
    page: (query, offset, limit) => {
      ask(query);
      const first = Math.floor(offset / blockSize);
      const last = Math.floor((offset + Math.max(1, limit) - 1) / blockSize);
      const runs = Array.from({ length: last - first + 1 }, (_, at) => block(query, first + at)).flat();
      return runs.slice(offset - first * blockSize, offset - first * blockSize + limit);
    },
    targetNames: () => {
      names ??= store.targetNames();
      return names;
    },
    forget: () => {
      forget();
      names = null;
    },
  };
}
