import { assertNever } from '@kneepoint/core';
import type { StoredRun } from '@kneepoint/results-store';
import type { PressedKey } from '../parts/use-keys.ts';
import type { BrowseState } from './browse-state.ts';
import { pressedInFilter } from './pressed-in-filter.ts';
import { pressedInList } from './pressed-in-list.ts';
import { pressedInQuestion } from './pressed-in-question.ts';
import { pressedInSearch } from './pressed-in-search.ts';

/** What stands around the state when a key is pressed. */
export type BrowseSight = {
  readonly count: number;
  /** Rows of the list that are seen. */
  readonly visible: number;
  /** `null` where the list is empty. */
  readonly selected: StoredRun | null;
  readonly targets: readonly string[];
  readonly now: number;
};

/** What a key asks of the world. */
export type BrowseEffect =
  | { readonly kind: 'open'; readonly run: { readonly id: string; readonly name: string } }
  | { readonly kind: 'compare'; readonly runs: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'reread' };

/** The state after a key, and what it asks for. */
export type Pressed = { readonly state: BrowseState; readonly effect: BrowseEffect | null };

/** What a key does in the browser. A note stays until the next key. */
export function pressed(before: BrowseState, key: PressedKey, sight: BrowseSight): Pressed {
  const state: BrowseState = { ...before, note: null };
  const { mode } = state;
  switch (mode.kind) {
    case 'list':
      return pressedInList(state, key, sight);
    case 'search':
      return { state: pressedInSearch(state, mode, { key, sight }), effect: null };
    case 'filter':
      return { state: pressedInFilter(state, mode, { key, sight }), effect: null };
    case 'remove':
      return pressedInQuestion(state, mode, key);
    default:
      return assertNever(mode);
  }
}
