import type { ReactElement } from 'react';
import { failureLines } from '../app/failure-lines.ts';
import { Notice } from '../app/notice.tsx';
import type { ScreenProps } from '../app/screen-kind.ts';
import { type Line, line } from '../parts/line.ts';
import { Lines } from '../parts/lines.tsx';
import type { BrowseState } from './browse-state.ts';
import { browserLines } from './browser-lines.ts';
import { seenRuns } from './browser-sight.ts';
import { useBrowser } from './use-browser.ts';
import type { History } from './use-history.ts';

/** The stored results as a table that is searched, filtered and ordered as the person types. */
export function BrowserView(room: ScreenProps<'browser'>): ReactElement {
  const { state, history } = useBrowser(room);
  const { columns, rows, world } = room;
  if (history.state === 'opening') return <Notice room={room} text={world.look.words.app.loading} />;
  return (
    <Lines lines={linesOf(state, history, room)} width={columns} height={rows} theme={world.look.theme} />
  );
}

function linesOf(
  state: BrowseState,
  history: Exclude<History, { state: 'opening' }>,
  room: ScreenProps<'browser'>,
): readonly Line[] {
  const { world, columns, rows } = room;
  const { look } = world;
  if (history.state === 'failed') return failed(history.error, room);
  const size = { columns, rows };
  try {
    const { state: shown, count, runs } = seenRuns(history.listing, state, size);
    return browserLines(shown, { count, runs }, { size, look });
  } catch (error) {
    return failed(error, room);
  }
}

function failed(error: unknown, { world, columns }: ScreenProps<'browser'>): readonly Line[] {
  const { browser } = world.look.words;
  return [
    ...failureLines(error, { title: browser.historyFailed, width: columns }),
    [],
    line(`  ${browser.tryAgain}`, 'muted'),
  ];
}
