import type { StoredRun } from '@kneepoint/results-store';
import { type BrowseState, movedTo, queryOf } from './browse-state.ts';
import { type BrowserSize, visibleRuns } from './browser-lines.ts';
import type { RunListing } from './run-listing.ts';

/** The state fitted to a list, with the runs that are seen. */
export type SeenRuns = {
  readonly state: BrowseState;
  readonly count: number;
  readonly visible: number;
  readonly runs: readonly StoredRun[];
  readonly selected: StoredRun | null;
};

/** Reads what a state shows; a selection beyond the end of a list that became shorter is moved to its end. Throws what the store throws. */
export function seenRuns(listing: RunListing, before: BrowseState, size: BrowserSize): SeenRuns {
  const query = queryOf(before);
  const count = listing.count(query);
  const visible = visibleRuns(size, before);
  const state = movedTo(before, before.at, { count, visible });
  const runs = listing.page(query, state.top, visible);
  return { state, count, visible, runs, selected: runs[state.at - state.top] ?? null };
}
