import { usageError } from '@kneepoint/core';
import {
  defaultStorePath,
  openResultsStore,
  type ResultsStore,
  type StoredResult,
} from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';

/** Opens the history for one use. */
export function withStore<Value>(context: CommandContext, use: (store: ResultsStore) => Value): Value {
  const store = openResultsStore(defaultStorePath(context.environment, context.homeDirectory));
  try {
    return use(store);
  } finally {
    store.close();
  }
}

/** The run with this id or beginning of one. Throws a usage error where there is none. */
export function storedRun(store: ResultsStore, id: string): StoredResult {
  const run = store.get(id);
  if (run !== null) return run;
  throw unknownRun(id);
}

/** No stored run has this id. */
export const unknownRun = (id: string): Error =>
  usageError(
    'run-unknown',
    `no stored run has an id that begins with "${id}"`,
    'list them with: kneepoint history',
  );
