import { assertNever } from '@kneepoint/core';
import { spreadLine } from '../parts/fit-line.ts';
import { keyHintsLine } from '../parts/key-hints.ts';
import { type Line, lineWidth, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { screenText } from '../parts/screen-text.ts';
import type { BrowseNote, BrowseState } from './browse-state.ts';
import { mostCompared } from './pressed-in-list.ts';

/** The line under the list: a search that is typed, a question that is open, or what the last key came to. */
export function promptLine(state: BrowseState, width: number, look: Look): Line {
  const { browser } = look.words;
  const { mode, note } = state;
  switch (mode.kind) {
    case 'search':
      return searchLine(state.search, width, look);
    case 'remove': {
      const question = browser.askRemove(mode.ids.length, screenText(mode.name));
      return spreadLine(
        [span(` ${question}`, 'caution', true)],
        [span(` ${browser.yesOrNo} `, 'accent')],
        width,
      );
    }
    case 'list':
    case 'filter':
      return note === null ? [] : [span(` ${noteText(note, look)}`, 'caution')];
    default:
      return assertNever(mode);
  }
}

/** The end of what is typed is seen, however long it is, with a cursor after it. */
function searchLine(search: string, width: number, { words }: Look): Line {
  const { keep, discard } = words.browser.typing;
  const hints = [
    { key: 'enter', does: keep },
    { key: 'esc', does: discard },
  ];
  const tail = keyHintsLine(hints, Math.floor(width / 2));
  const trimmedTail: Line = tail.map((piece, place) =>
    place === tail.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece,
  );
  let text = [...screenText(search)];
  const room = width - lineWidth(trimmedTail) - 6;
  while (lineWidth([span(text.join(''))]) > room) text = text.slice(1);
  return spreadLine(
    [span(' / ', 'accent'), span(text.join('')), { ...span(' '), inverse: true }],
    [...trimmedTail, span(' ')],
    width,
  );
}

function noteText(note: BrowseNote, { words: { browser } }: Look): string {
  switch (note.kind) {
    case 'mark-two':
      return browser.markTwo;
    case 'too-many':
      return browser.tooMany(mostCompared);
    case 'reread':
      return browser.reread;
    case 'removed':
      return browser.removed(note.count);
    default:
      return assertNever(note);
  }
}
