import type { Result } from '@kneepoint/core';
import { type ReactElement, useEffect, useMemo } from 'react';
import type { MessageLanguage } from '../../words/message-language.ts';
import { besideEachOther } from '../parts/fit-line.ts';
import { type Line, span } from '../parts/line.ts';
import { Lines } from '../parts/lines.tsx';
import type { Look } from '../parts/look.ts';
import { type PressedKey, useKeys } from '../parts/use-keys.ts';
import { menuLine, menuLines, menuWidth, narrowest } from './chapter-menu.ts';
import { pageLines } from './page-lines.ts';
import { type ResultBook, resultBook } from './result-book.ts';
import { readingAction, typingAction } from './result-keys.ts';
import type { ResultPage } from './result-pages.ts';
import type { ResultState } from './result-state.ts';
import { statusLine, type WriteNote } from './status-line.ts';
import { usePlace } from './use-place.ts';
import { useResultPages } from './use-result-pages.ts';
import { useSpokenLook } from './use-spoken-look.ts';
import { useWritten } from './use-written.ts';

/** What the screen of one result is given. */
export type ResultViewOptions = {
  readonly result: Result;
  readonly columns: number;
  readonly rows: number;
  readonly look: Look;
  /** Writes the report in a language; says where. Rejects with why it could not. */
  writeReport(
    language: MessageLanguage,
  ): Promise<{ readonly folder: string; readonly names: readonly string[] }>;
  /** While `true` every key belongs to this screen: a text is being typed. */
  takeKeys(taken: boolean): void;
};

/** One result: its chapters, the open one as a page that scrolls, and where the person is. */
export function ResultView(options: ResultViewOptions): ReactElement {
  const { columns, rows, takeKeys } = options;
  const [look, turnLanguage] = useSpokenLook(options.look);
  const pages = useResultPages(options.result, look);
  const isNarrow = columns < narrowest;
  const menu = isNarrow ? 0 : menuWidth(pages, columns);
  const size = { width: columns - (isNarrow ? 0 : menu + 3), height: Math.max(1, rows - (isNarrow ? 2 : 1)) };
  const { width, height } = size;
  const book = useMemo(() => resultBook(pages, { width, height }, look), [pages, width, height, look]);
  const [state, act] = usePlace(book);
  const { result: text } = look.words;
  const written = useWritten(text, async () => text.written(await options.writeReport(look.words.language)));
  const isTyping = state.typing !== null;
  useEffect(() => {
    takeKeys(isTyping);
    return () => takeKeys(false);
  }, [isTyping, takeKeys]);
  useKeys((pressed: PressedKey) => {
    const { typing } = act(null);
    written.putAway();
    const action = typing === null ? readingAction(pressed) : typingAction(pressed, typing);
    if (action !== null) act(action);
    else if (typing === null && pressed.letter === 'l') turnLanguage();
    else if (typing === null && pressed.letter === 'e') written.begin();
  });
  const lines = screenLines(state, { pages, book, look, note: written.note }, { columns, menu, height });
  return <Lines lines={lines} width={columns} height={rows} theme={look.theme} />;
}

type Shown = {
  readonly pages: readonly ResultPage[];
  readonly book: ResultBook;
  readonly look: Look;
  readonly note: WriteNote | null;
};
type Frame = { readonly columns: number; readonly menu: number; readonly height: number };

function screenLines(state: ResultState, shown: Shown, { columns, menu, height }: Frame): readonly Line[] {
  const { pages, book, look, note } = shown;
  const { marks } = look.theme;
  const page = pages[state.page];
  const status = statusLine(state, { page, book, note, words: look.words }, columns);
  const text = pageLines(state, book);
  const filled = Array.from({ length: height }, (_, index) => text[index] ?? []);
  if (menu === 0) return [menuLine(pages, state.page, columns), ...filled, status];
  const edge = Array.from({ length: height }, () => [span(` ${marks.axis.vertical} `, 'muted')]);
  return [
    ...besideEachOther([
      { lines: menuLines(pages, state.page, { width: menu, height, marks }), width: menu },
      { lines: edge, width: 3 },
      { lines: filled, width: columns - menu - 3 },
    ]),
    status,
  ];
}
