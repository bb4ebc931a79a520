import type { ResultsStore } from '@kneepoint/results-store';
import { useCallback, useRef, useState } from 'react';
import type { TuiWorld } from '../app/tui-world.ts';
import { createRunListing, type RunListing } from './run-listing.ts';

/** A history that can be asked. */
export type OpenHistory = {
  readonly state: 'open';
  readonly store: ResultsStore;
  readonly listing: RunListing;
};

/** The history as the browser has it: being opened, open, or broken, also in the middle of a reading. */
export type History =
  | { readonly state: 'opening' }
  | OpenHistory
  | { readonly state: 'failed'; readonly error: unknown };

/** What can be done with the history; each of them draws the browser anew. */
export type HistoryReader = {
  readonly history: History;
  /** Opens the history, or reads it again; resolves with what came of it. */
  reread(): Promise<History>;
  fail(error: unknown): void;
};

/** The history of the world, opened after the first frame. */
export function useHistory(world: TuiWorld): HistoryReader {
  const [history, setHistory] = useState<History>({ state: 'opening' });
  const known = useRef<History>(history);
  const settle = useCallback((next: History): History => {
    known.current = next;
    setHistory(next);
    return next;
  }, []);
  const reread = useCallback(async (): Promise<History> => {
    try {
      const store = await world.history();
      const before = known.current;
      if (before.state !== 'open' || before.store !== store) {
        return settle({ state: 'open', store, listing: createRunListing(store) });
      }
      before.listing.forget();
      return settle({ ...before });
    } catch (error) {
      return settle({ state: 'failed', error });
    }
  }, [world, settle]);
  return { history, reread, fail: (error) => settle({ state: 'failed', error }) };
}
