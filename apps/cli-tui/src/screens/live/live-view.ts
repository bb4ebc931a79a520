import { assertNever } from '@kneepoint/core';
import type { LivePanelName } from '../../words/live-words.ts';

/** What a person looks at: the screen's own state, which nobody else has to know. */
export type LiveView = {
  /** `null` is the whole screen without a panel in focus. */
  readonly focus: LivePanelName | null;
  readonly enlarged: boolean;
  /** Lines that the focused panel was scrolled by. */
  readonly scroll: number;
  readonly help: boolean;
};

/** What changes it. */
export type ViewChange =
  | { readonly kind: 'move'; readonly by: 1 | -1; readonly ring: readonly LivePanelName[] }
  | { readonly kind: 'enlarge' }
  | { readonly kind: 'scroll'; readonly by: number }
  | { readonly kind: 'home' }
  | { readonly kind: 'help'; readonly open: boolean };

/** The screen as it is opened. */
export const firstView: LiveView = { focus: null, enlarged: false, scroll: 0, help: false };

/** The view after a change. Tab goes around the panels and, between the last and the first, to the whole screen. */
export function changeView(view: LiveView, change: ViewChange): LiveView {
  switch (change.kind) {
    case 'move': {
      const stops = [null, ...change.ring];
      const at = Math.max(0, stops.indexOf(view.focus));
      const focus = stops[(at + change.by + stops.length) % stops.length] ?? null;
      return { ...view, focus, scroll: 0, enlarged: focus !== null && view.enlarged };
    }
    case 'enlarge':
      return view.focus === null ? view : { ...view, enlarged: !view.enlarged, scroll: 0 };
    case 'scroll':
      return view.focus === null ? view : { ...view, scroll: view.scroll + change.by };
    case 'home':
      return { ...firstView };
    case 'help':
      return { ...view, help: change.open };
    default:
      return assertNever(change);
  }
}
