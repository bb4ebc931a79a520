import type { Match } from './search-lines.ts';

/** Where the person is in a result. */
export type ResultState = {
  readonly page: number;
  /** The first line in sight. */
  readonly offset: number;
  /** Columns of wide tables that are scrolled away. */
  readonly shift: number;
  /** What is being typed after `/`; `null` while nothing is. */
  readonly typing: string | null;
  /** What was searched for last. */
  readonly query: string;
  /** Which of the page's matches the person is at; `null` for none. */
  readonly match: number | null;
};

export const firstState: ResultState = { page: 0, offset: 0, shift: 0, typing: null, query: '', match: null };

/** What a person does. */
export type ResultAction =
  | { readonly kind: 'scroll'; readonly lines: number }
  | { readonly kind: 'page'; readonly pages: 1 | -1 }
  | { readonly kind: 'end'; readonly at: 'top' | 'bottom' }
  | { readonly kind: 'shift'; readonly columns: 1 | -1 }
  | { readonly kind: 'turn'; readonly pages: 1 | -1 }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'type'; readonly text: string | null }
  | { readonly kind: 'search' }
  | { readonly kind: 'next'; readonly by: 1 | -1 };

/** What a state is held against: the pages as they are laid out now. */
export type ResultRoom = {
  /** Lines in sight at once. */
  readonly height: number;
  readonly pages: number;
  lines(page: number): number;
  mostShift(page: number): number;
  /** The page with a number in its title; `null` where there is none. */
  numbered(number: number): number | null;
  matches(page: number, query: string): readonly Match[];
  /** The columns that must be scrolled away to see a match; `null` where it is in sight. */
  shiftFor(page: number, match: Match, shift: number): number | null;
};

/** The state after an action. Nothing leaves the page's lines or its columns. */
export function nextState(state: ResultState, action: ResultAction, room: ResultRoom): ResultState {
  switch (action.kind) {
    case 'scroll':
      return scrolled(state, state.offset + action.lines, room);
    case 'page':
      // One line stays in sight, so that nobody loses the place.
      return scrolled(state, state.offset + action.pages * Math.max(1, room.height - 1), room);
    case 'end':
      return scrolled(state, action.at === 'top' ? 0 : room.lines(state.page), room);
    case 'shift':
      return { ...state, shift: clamped(state.shift + action.columns, room.mostShift(state.page)) };
    case 'turn':
      return opened(state, (state.page + action.pages + room.pages) % room.pages);
    case 'number': {
      const page = room.numbered(action.number);
      return page === null ? state : opened(state, page);
    }
    case 'type':
      return { ...state, typing: action.text };
    case 'search':
      return searched(state, room);
    case 'next':
      return state.query === '' ? state : nextMatch(state, action.by, room);
  }
}

/** The state where the lines have changed: another size, another language. */
export const settled = (state: ResultState, room: ResultRoom): ResultState => ({
  ...scrolled(state, state.offset, room),
  shift: clamped(state.shift, room.mostShift(state.page)),
});

const clamped = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most));

const scrolled = (state: ResultState, offset: number, room: ResultRoom): ResultState => ({
  ...state,
  offset: clamped(offset, room.lines(state.page) - room.height),
});

const opened = (state: ResultState, page: number): ResultState =>
  page === state.page ? state : { ...state, page, offset: 0, shift: 0, match: null };

/** The first match from the line in sight on, else on a later page; the pages are a ring. */
function searched(state: ResultState, room: ResultRoom): ResultState {
  const query = (state.typing ?? '').trim();
  const asked: ResultState = { ...state, typing: null, query, match: null };
  if (query === '') return asked;
  const here = room.matches(state.page, query);
  const at = here.findIndex(({ parts }) => (parts[0]?.line ?? 0) >= state.offset);
  return at === -1 ? nextMatch({ ...asked, match: here.length - 1 }, 1, room) : atMatch(asked, at, room);
}

function nextMatch(state: ResultState, by: 1 | -1, room: ResultRoom): ResultState {
  const here = room.matches(state.page, state.query);
  const from = state.match ?? (by === 1 ? -1 : here.length);
  const beside = from + by;
  if (beside >= 0 && beside < here.length) return atMatch(state, beside, room);
  for (let step = 1; step <= room.pages; step++) {
    const page = (state.page + by * step + room.pages * step) % room.pages;
    const found = room.matches(page, state.query);
    if (found.length > 0) return atMatch(opened(state, page), by === 1 ? 0 : found.length - 1, room);
  }
  return { ...state, match: null };
}

/** A match is brought into the upper part of the page, unless it is in sight. */
function atMatch(state: ResultState, match: number, room: ResultRoom): ResultState {
  const found = room.matches(state.page, state.query)[match];
  if (found === undefined) return { ...state, match: null };
  const line = found.parts[0]?.line ?? 0;
  const isSeen = line >= state.offset && line < state.offset + room.height;
  const moved = isSeen ? state : scrolled(state, line - Math.floor(room.height / 3), room);
  return { ...moved, match, shift: room.shiftFor(state.page, found, state.shift) ?? state.shift };
}
