import type { PressedKey } from '../parts/use-keys.ts';
import type { BrowseMode, BrowseState } from './browse-state.ts';
import type { Pressed } from './pressed.ts';

/** The answer to whether to delete: `y` alone deletes, every other key does not. */
export function pressedInQuestion(
  state: BrowseState,
  { ids }: Extract<BrowseMode, { kind: 'remove' }>,
  { letter, key }: PressedKey,
): Pressed {
  const answered: BrowseState = { ...state, mode: { kind: 'list' } };
  const isYes = (letter === 'y' || letter === 'Y') && !key.ctrl && !key.meta;
  return { state: answered, effect: isYes ? { kind: 'remove', ids } : null };
}
