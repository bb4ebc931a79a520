import type { ScreenKind } from '../app/screen-kind.ts';
import { BrowserView } from './browser-view.tsx';

/** The history of results: table, search, filters, order, marks. */
export const browserScreen: ScreenKind<'browser'> = {
  title: (_screen, words) => words.app.history,
  keys: ({ browser: { keys } }) => [
    { key: 'enter', does: keys.open },
    { key: '/', does: keys.search },
    { key: 'f', does: keys.filter },
    { key: 's', does: keys.sort },
    { key: 'space', does: keys.mark },
    { key: 'c', does: keys.compare },
    { key: 'd', does: keys.remove },
    { key: 'r', does: keys.reread },
    { key: 'x', does: keys.everything },
    { key: 'S', does: keys.turn },
    { key: 'up down j k', does: keys.move },
    { key: 'pgup pgdn', does: keys.page },
    { key: 'home end', does: keys.ends },
  ],
  View: BrowserView,
};
