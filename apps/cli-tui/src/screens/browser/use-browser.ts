import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ScreenProps } from '../app/screen-kind.ts';
import { type PressedKey, useKeys } from '../parts/use-keys.ts';
import { applyEffect } from './apply-effect.ts';
import { type BrowseState, firstBrowseState, queryOf } from './browse-state.ts';
import { seenRuns } from './browser-sight.ts';
import { pressed } from './pressed.ts';
import { type History, type OpenHistory, useHistory } from './use-history.ts';

/** The browser's state and the history under it; listens to the keys while the screen is seen. */
export function useBrowser(room: ScreenProps<'browser'>): {
  readonly state: BrowseState;
  readonly history: History;
} {
  const { world, navigation, takeKeys } = room;
  const { history, reread, fail } = useHistory(world);
  const [state, setState] = useState(firstBrowseState);
  // Several keys may arrive before the next drawing.
  const latest = useRef(state);
  const update = (changes: Partial<BrowseState>): void => {
    latest.current = { ...latest.current, ...changes };
    setState(latest.current);
    takeKeys(latest.current.mode.kind !== 'list');
  };
  /** Reads the history again; the same run stays selected, wherever it stands now. */
  const readAgain = async (changes: Partial<BrowseState>): Promise<void> => {
    const id = history.state === 'open' ? selectedId(history, latest.current, room) : null;
    const now = await reread();
    const at = now.state === 'open' && id !== null ? positionOf(now, id, latest.current) : null;
    update({ ...changes, ...(at === null ? {} : { at }) });
  };
  const pressedOpen = (open: OpenHistory, key: PressedKey): void => {
    const seen = seenRuns(open.listing, latest.current, room);
    const sight = { ...seen, targets: open.listing.targetNames(), now: world.now() };
    const { state: next, effect } = pressed(seen.state, key, sight);
    update(next);
    const again = (): void => void readAgain({ note: { kind: 'reread' } });
    if (effect !== null) update(applyEffect(effect, { history: open, navigation, reread: again }));
  };
  useKeys((key) => {
    try {
      if (history.state === 'open') pressedOpen(history, key);
      else if (key.letter === 'r') void readAgain({});
    } catch (error) {
      fail(error);
    }
  });
  // A screen that is seen again had lost its effects: what other commands stored meanwhile is read then.
  const comeIntoSight = useEffectEvent(() => void readAgain({}));
  useEffect(() => comeIntoSight(), []);
  return { state, history };
}

/** What cannot be read any more has no selection; the reading that follows says why. */
function selectedId(
  { listing }: OpenHistory,
  state: BrowseState,
  { columns, rows }: ScreenProps<'browser'>,
): string | null {
  try {
    return seenRuns(listing, state, { columns, rows }).selected?.id ?? null;
  } catch {
    return null;
  }
}

function positionOf({ store }: OpenHistory, id: string, state: BrowseState): number | null {
  try {
    return store.positionOf(id, queryOf(state));
  } catch {
    return null;
  }
}
