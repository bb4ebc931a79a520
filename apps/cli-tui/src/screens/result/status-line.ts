import type { Words } from '../../words/words.ts';
import { spreadLine } from '../parts/fit-line.ts';
import { type Line, span } from '../parts/line.ts';
import type { ResultBook } from './result-book.ts';
import type { ResultPage } from './result-pages.ts';
import type { ResultState } from './result-state.ts';

/** What was said last of the report's files: its text, and whether it went wrong. */
export type WriteNote = { readonly text: string; readonly failed: boolean };

/** The line below a page: what is typed, what was found, what was written, or what the chapter holds; then the place. */
export function statusLine(
  state: ResultState,
  {
    page,
    book,
    note,
    words,
  }: {
    readonly page: ResultPage | undefined;
    readonly book: ResultBook;
    readonly note: WriteNote | null;
    readonly words: Words;
  },
  width: number,
): Line {
  const all = book.lines(state.page);
  const sight = { from: Math.min(all, state.offset + 1), to: Math.min(all, state.offset + book.height), all };
  const place = [span(words.result.position(sight), 'muted')];
  return spreadLine(told(state, book, { page, note, words }), place, width);
}

function told(
  { typing, query, match, page: open }: ResultState,
  book: ResultBook,
  {
    page,
    note,
    words,
  }: { readonly page: ResultPage | undefined; readonly note: WriteNote | null; readonly words: Words },
): Line {
  const { result } = words;
  if (typing !== null)
    return [span(result.searchFor(typing)), span(' ', 'plain'), { text: ' ', inverse: true }];
  if (note !== null) return [span(note.text, note.failed ? 'bad' : 'plain')];
  if (query !== '') {
    const all = book.matches(open, query).length;
    return match === null
      ? [span(result.notFound(query), 'caution')]
      : [span(result.found({ at: match + 1, all, text: query }))];
  }
  return page === undefined ? [] : [span(result.counts(page), 'muted')];
}
