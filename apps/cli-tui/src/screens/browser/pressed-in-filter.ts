import { assertNever } from '@kneepoint/core';
import { runVerdicts } from '@kneepoint/results-store';
import type { PressedKey } from '../parts/use-keys.ts';
import { type BrowseMode, type BrowseState, filterFields, fromTheTop } from './browse-state.ts';
import type { BrowseSight } from './pressed.ts';
import { type RunAge, sinceAge } from './run-age.ts';

type FilterMode = Extract<BrowseMode, { kind: 'filter' }>;

/** The keys while a filter is chosen: the list follows every one of them. */
export function pressedInFilter(
  state: BrowseState,
  mode: FilterMode,
  { key: { key, letter }, sight }: { readonly key: PressedKey; readonly sight: BrowseSight },
): BrowseState {
  if (key.return || key.escape || letter === 'f' || letter === 'q')
    return { ...state, mode: { kind: 'list' } };
  if (key.upArrow || letter === 'k')
    return { ...state, mode: { kind: 'filter', field: nextOf(filterFields, mode.field, -1) } };
  if (key.downArrow || key.tab || letter === 'j')
    return { ...state, mode: { kind: 'filter', field: nextOf(filterFields, mode.field, 1) } };
  if (key.rightArrow || letter === 'l' || letter === ' ') return changed(state, mode, { sight, by: 1 });
  if (key.leftArrow || letter === 'h') return changed(state, mode, { sight, by: -1 });
  if (key.backspace || key.delete || letter === 'x') return changed(state, mode, { sight, by: 0 });
  return state;
}

/** The next or the previous value of the field, around the end; by 0 is any. */
function changed(
  state: BrowseState,
  { field }: FilterMode,
  { sight, by }: { readonly sight: BrowseSight; readonly by: -1 | 0 | 1 },
): BrowseState {
  switch (field) {
    case 'verdict':
      return fromTheTop(state, {
        verdict: by === 0 ? null : nextOf([null, ...runVerdicts], state.verdict, by),
      });
    case 'target':
      return fromTheTop(state, {
        target: by === 0 ? null : nextOf([null, ...sight.targets], state.target, by),
      });
    case 'since': {
      const ages: readonly (RunAge | null)[] = [null, 'day', 'week', 'month', 'quarter', 'year'];
      const age = by === 0 ? null : nextOf(ages, state.age?.age ?? null, by);
      return fromTheTop(state, { age: age === null ? null : { age, since: sinceAge(age, sight.now) } });
    }
    default:
      return assertNever(field);
  }
}

/** A value that is gone by now is taken for the first. */
function nextOf<Value>(values: readonly Value[], value: Value, by: number): Value {
  const place = Math.max(0, values.indexOf(value));
  return values[(place + by + values.length) % values.length] ?? value;
}
