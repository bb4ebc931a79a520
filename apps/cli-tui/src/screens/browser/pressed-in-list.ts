import { type RunOrder, runColumns } from '@kneepoint/results-store';
import type { PressedKey } from '../parts/use-keys.ts';
import { type BrowseState, fromTheTop, movedTo } from './browse-state.ts';
import type { BrowseSight, Pressed } from './pressed.ts';

/** Results that are read and held side by side; more would take long and fit on no screen. */
export const mostCompared = 8;

/** The keys of the list itself. */
export function pressedInList(state: BrowseState, pressed: PressedKey, sight: BrowseSight): Pressed {
  const place = movedPlace(state, pressed, sight);
  if (place !== null) return only(movedTo(state, place, sight));
  const { selected } = sight;
  if (pressed.key.return) {
    return selected === null ? only(state) : { state, effect: { kind: 'open', run: named(selected) } };
  }
  switch (pressed.letter) {
    case '/':
      return only({ ...state, mode: { kind: 'search', before: state.search } });
    case 'f':
      return only({ ...state, mode: { kind: 'filter', field: 'verdict' } });
    case 's':
      return only(fromTheTop(state, { order: nextOrder(state.order) }));
    case 'S':
      return only(fromTheTop(state, { order: turned(state.order) }));
    case 'x':
      return only(fromTheTop(state, { search: '', verdict: null, target: null, age: null }));
    case ' ':
      return only(marked(state, sight));
    case 'c':
      return compared(state, sight);
    case 'd':
      return only(asked(state, sight));
    case 'r':
      return { state, effect: { kind: 'reread' } };
    default:
      return only(state);
  }
}

const only = (state: BrowseState): Pressed => ({ state, effect: null });

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

/** Where the selection goes; `null` for a key that does not move it. */
export function movedPlace(
  { at }: BrowseState,
  { key, letter }: Pick<PressedKey, 'key' | 'letter'>,
  { count, visible }: BrowseSight,
): number | null {
  if (key.upArrow || letter === 'k') return at - 1;
  if (key.downArrow || letter === 'j') return at + 1;
  if (key.pageUp) return at - visible;
  if (key.pageDown) return at + visible;
  if (key.home || letter === 'g') return 0;
  return key.end || letter === 'G' ? count - 1 : null;
}

/** What a person looks for in a column first: the newest, the fastest, the worst verdict; names from A. */
const firstDirection: Readonly<Record<RunOrder['column'], RunOrder['direction']>> = {
  created: 'descending',
  name: 'ascending',
  targets: 'ascending',
  stages: 'descending',
  throughput: 'descending',
  verdict: 'descending',
  exit: 'descending',
};

/** The order by the next column, in the direction in which it is mostly wanted. */
export function nextOrder({ column }: RunOrder): RunOrder {
  const next = runColumns[(runColumns.indexOf(column) + 1) % runColumns.length] ?? 'created';
  return { column: next, direction: firstDirection[next] };
}

const turned = ({ column, direction }: RunOrder): RunOrder => ({
  column,
  direction: direction === 'ascending' ? 'descending' : 'ascending',
});

/** Marks the selected run, or takes its mark off, and goes on to the next. */
function marked(state: BrowseState, sight: BrowseSight): BrowseState {
  const { selected } = sight;
  if (selected === null) return state;
  const marks = new Map(state.marks);
  if (!marks.delete(selected.id)) marks.set(selected.id, selected.name);
  return movedTo({ ...state, marks }, state.at + 1, sight);
}

/** The marked runs; with one mark, that one and the selected. */
function compared(state: BrowseState, { selected }: BrowseSight): Pressed {
  const runs = new Map(state.marks);
  if (runs.size === 1 && selected !== null) runs.set(selected.id, selected.name);
  if (runs.size < 2) return only({ ...state, note: { kind: 'mark-two' } });
  if (runs.size > mostCompared) return only({ ...state, note: { kind: 'too-many' } });
  return { state, effect: { kind: 'compare', runs: [...runs].map(([id, name]) => ({ id, name })) } };
}

/** Asks about the marked runs, or about the selected one where none is marked. */
function asked(state: BrowseState, { selected }: BrowseSight): BrowseState {
  const [[id, name] = [selected?.id, selected?.name]] = [...state.marks];
  if (id === undefined || name === undefined) return state;
  const ids = state.marks.size === 0 ? [id] : [...state.marks.keys()];
  return { ...state, mode: { kind: 'remove', ids, name } };
}
