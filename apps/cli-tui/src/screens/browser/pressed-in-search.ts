import type { PressedKey } from '../parts/use-keys.ts';
import { type BrowseMode, type BrowseState, fromTheTop, movedTo } from './browse-state.ts';
import type { BrowseSight } from './pressed.ts';
import { movedPlace } from './pressed-in-list.ts';

/** A search is a few words; what is pasted beyond them is no search. */
const longestSearch = 200;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The keys while a search is typed: the list follows every one of them. */
export function pressedInSearch(
  state: BrowseState,
  mode: Extract<BrowseMode, { kind: 'search' }>,
  { key: { key, text }, sight }: { readonly key: PressedKey; readonly sight: BrowseSight },
): BrowseState {
  const { search } = state;
  if (key.return) return { ...state, mode: { kind: 'list' } };
  if (key.escape) return searched({ ...state, mode: { kind: 'list' } }, mode.before);
  if (key.backspace || key.delete) return searched(state, withoutLast(search));
  if (key.ctrl && text === 'u') return searched(state, '');
  if (key.ctrl && text === 'w') return searched(state, search.replace(/\S+\s*$/u, ''));
  const place = movedPlace(state, { key, letter: '' }, sight);
  if (place !== null) return movedTo(state, place, sight);
  if (key.ctrl || key.meta || key.tab) return state;
  const typed = text.replace(/\p{Cc}/gu, '');
  return typed === '' ? state : searched(state, (search + typed).slice(0, longestSearch));
}

const searched = (state: BrowseState, search: string): BrowseState =>
  search === state.search ? state : fromTheTop(state, { search });

function withoutLast(text: string): string {
  const last = [...letters.segment(text)].at(-1);
  return last === undefined ? '' : text.slice(0, last.index);
}
