import { assertNever } from '@kneepoint/core';
import type { Navigation } from '../app/screen-kind.ts';
import type { BrowseState } from './browse-state.ts';
import type { BrowseEffect } from './pressed.ts';
import type { OpenHistory } from './use-history.ts';

/** What an effect may use. */
export type EffectRoom = {
  readonly history: OpenHistory;
  readonly navigation: Navigation;
  reread(): void;
};

/** Does what a key asked for, and says what it changes of the state. Throws what the store throws. */
export function applyEffect(effect: BrowseEffect, room: EffectRoom): Partial<BrowseState> {
  const { history, navigation } = room;
  switch (effect.kind) {
    case 'open':
      navigation.open({ kind: 'result', source: { from: 'history', ...effect.run } });
      return {};
    case 'compare':
      navigation.open({
        kind: 'compare',
        sources: effect.runs.map((run) => ({ from: 'history', ...run })),
      });
      return {};
    case 'remove': {
      const removed = effect.ids.filter((id) => history.store.remove(id));
      history.listing.forget();
      return { marks: new Map(), note: { kind: 'removed', count: removed.length } };
    }
    case 'reread':
      room.reread();
      return {};
    default:
      return assertNever(effect);
  }
}
