import { statSync } from 'node:fs';
import type { ResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';

/** The history of a program that runs for long. */
export type HistoryKeeper = { open(): Promise<ResultsStore>; close(): void };

type Kept = { readonly store: ResultsStore; readonly file: string | null };

/**
 * Opens the history when it is first asked for and keeps it open; opens it again where another file has taken its place,
 * or the file is gone. Its code is loaded then, too: the first screen does not wait for the database.
 */
export function keepHistory(context: Pick<CommandContext, 'environment' | 'homeDirectory'>): HistoryKeeper {
  let kept: Kept | null = null;
  let opening: Promise<ResultsStore> | null = null;
  let isClosed = false;
  const open = async (): Promise<ResultsStore> => {
    const { defaultStorePath, openResultsStore } = await import('@kneepoint/results-store');
    const path = defaultStorePath(context.environment, context.homeDirectory);
    if (kept !== null && kept.file === fileOf(path)) return kept.store;
    kept?.store.close();
    kept = null;
    const store = openResultsStore(path);
    kept = { store, file: fileOf(path) };
    if (isClosed) store.close();
    return store;
  };
  return {
    open: () => {
      opening ??= open().finally(() => {
        opening = null;
      });
      return opening;
    },
    close: () => {
      isClosed = true;
      kept?.store.close();
    },
  };
}

/** Which file stands at a path, whatever it is called; `null` where none does. */
function fileOf(path: string): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? null : `${file.dev}:${file.ino}`;
}
