import { newestFirst, type RunOrder, type RunQuery, type RunVerdict } from '@kneepoint/results-store';
import type { RunAge } from './run-age.ts';

/** The fields of the filter, in the order in which they stand. */
export const filterFields = ['verdict', 'target', 'since'] as const;

/** What the keys are for: moving in the list, typing a search, choosing a filter, or answering whether to delete. */
export type BrowseMode =
  | { readonly kind: 'list' }
  /** `before` is what was searched for when the typing began. */
  | { readonly kind: 'search'; readonly before: string }
  | { readonly kind: 'filter'; readonly field: (typeof filterFields)[number] }
  | { readonly kind: 'remove'; readonly ids: readonly string[]; readonly name: string };

/** What the last key came to, said in one line until the next key. */
export type BrowseNote =
  | { readonly kind: 'mark-two' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'reread' }
  | { readonly kind: 'removed'; readonly count: number };

/** All that a person has set in the browser. */
export type BrowseState = {
  readonly search: string;
  readonly verdict: RunVerdict | null;
  readonly target: string | null;
  /** With the instant that it meant when it was chosen, so that the list does not change by itself. */
  readonly age: { readonly age: RunAge; readonly since: string } | null;
  readonly order: RunOrder;
  /** The place of the selected run in the list, and of the first one that is seen. */
  readonly at: number;
  readonly top: number;
  /** Names by id, in the order of the marking. */
  readonly marks: ReadonlyMap<string, string>;
  readonly mode: BrowseMode;
  readonly note: BrowseNote | null;
};

/** The newest first, nothing searched or filtered. */
export const firstBrowseState: BrowseState = {
  search: '',
  verdict: null,
  target: null,
  age: null,
  order: newestFirst,
  at: 0,
  top: 0,
  marks: new Map(),
  mode: { kind: 'list' },
  note: null,
};

/** What the store is asked for. */
export function queryOf({ search, verdict, target, age, order }: BrowseState): RunQuery {
  return {
    order,
    ...(search.trim() === '' ? {} : { search }),
    ...(verdict === null ? {} : { verdicts: [verdict] }),
    ...(target === null ? {} : { target }),
    ...(age === null ? {} : { since: age.since }),
  };
}

/** Whether some runs are kept out of the list. */
export const isNarrowed = ({ search, verdict, target, age }: BrowseState): boolean =>
  search.trim() !== '' || verdict !== null || target !== null || age !== null;

/** A list of other runs begins at its first one. */
export const fromTheTop = (state: BrowseState, changes: Partial<BrowseState>): BrowseState => ({
  ...state,
  ...changes,
  at: 0,
  top: 0,
});

/** The selection moved to a place, inside the list, and the list scrolled no further than it has to. */
export function movedTo(
  state: BrowseState,
  place: number,
  { count, visible }: { readonly count: number; readonly visible: number },
): BrowseState {
  const at = Math.max(0, Math.min(place, count - 1));
  const lowestTop = Math.max(0, Math.min(at, count - visible));
  const top = Math.max(at - visible + 1, Math.min(state.top, at), 0);
  return { ...state, at, top: Math.min(top, Math.max(lowestTop, at - visible + 1)) };
}
