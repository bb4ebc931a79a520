import { analyzeResult, type Result } from '@kneepoint/core';
import { type Block, cleanText, remarkBeside } from '@kneepoint/report';
import { expect, test } from 'vitest';
import { wordsOf } from '../../words/words-of.ts';
import { lineWidth } from '../parts/line.ts';
import { asciiMarks, unicodeMarks } from '../parts/marks.ts';
import { screenNumbers } from '../parts/screen-numbers.ts';
import { pageLines } from './page-lines.ts';
import { pageText } from './page-text.ts';
import { resultBook } from './result-book.ts';
import { resultPages } from './result-pages.ts';
import { firstState, nextState, settled } from './result-state.ts';
import { exampleNames, exampleResult, hardResults } from './testing/example-results.ts';

const languages = ['en', 'ko', 'zh'] as const;
/** Pages of terminals of 60x20, 80x24 and 160x50. */
const sizes = [
  { width: 60, height: 16 },
  { width: 55, height: 21 },
  { width: 127, height: 47 },
];

async function allResults(): Promise<readonly (readonly [string, Result])[]> {
  const examples = await Promise.all(
    exampleNames.map(async (name) => [name, await exampleResult(name)] as const),
  );
  return [...examples, ...Object.entries(hardResults())];
}

const made = new Map<string, ReturnType<typeof resultPages>>();

/** Made once for all sizes. */
function pagesOf(result: Result, language: (typeof languages)[number]) {
  const key = `${result.id} ${result.name} ${result.stages.length} ${result.stages[0]?.status} ${language}`;
  const pages = made.get(key) ?? resultPages(analyzeResult(result), wordsOf(language), unicodeMarks);
  made.set(key, pages);
  return pages;
}

function bookOf(result: Result, language: (typeof languages)[number], size: (typeof sizes)[number]) {
  const look = {
    theme: { color: false, marks: unicodeMarks },
    words: wordsOf(language),
    numbers: screenNumbers(language),
  };
  const pages = pagesOf(result, language);
  return { pages, book: resultBook(pages, size, look) };
}

/** Everything that a page shows to somebody who scrolls to its end, and for each screen to the last column. */
function scrolledText(book: ReturnType<typeof bookOf>['book'], page: number, width: number): string {
  const seen: string[] = [];
  let state = settled({ ...firstState, page }, book);
  for (;;) {
    for (let shift = 0; shift <= book.mostShift(page); shift++) {
      const lines = pageLines({ ...state, shift }, book);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      seen.push(...lines.map((line) => line.map(({ text }) => text).join('')));
    }
    const next = nextState(state, { kind: 'page', pages: 1 }, book);
    if (next.offset === state.offset) return seen.join('\n');
    state = next;
  }
}

/** The texts of a block, remarks included. */
function textsOf(block: Block, language: (typeof languages)[number]): string[] {
  const aside = remarkBeside(language);
  const cell = ({ text, note }: { readonly text: string; readonly note: string | null }): string =>
    note === null ? text : aside(text, note);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'code':
      return cleanText(block.text).split('\n');
    case 'list':
      return block.items.map(cell);
    case 'table':
      return [...block.columns.map(({ title }) => title), ...block.rows.flat().map(cell), ...block.notes];
    case 'excerpt':
      return [block.title, block.prompt, ...cleanText(block.text ?? '').split('\n')];
    case 'chart':
      return [block.title];
    case 'details':
      return [block.summary, ...block.blocks.flatMap((inner) => textsOf(inner, language))];
  }
}

/** Words of a text as they can be looked for in narrow columns: they may break between ideographs, and long ones anywhere. */
const wordsIn = (text: string): string[] =>
  shownText(text)
    .split(/ +|(?<=[\u2e80-\u9fff\uff00-\uff60])|(?=[\u2e80-\u9fff\uff00-\uff60])/)
    .map((word) => [...word].slice(0, 3).join(''))
    .filter((word) => word !== '');

const shownText = (text: string): string => pageText(text).replaceAll('`', '').replace(/ {2,}/g, ' ').trim();

test.each(sizes)(
  'every word of every chapter is found by scrolling, and no line is wider than $width columns',
  async (size) => {
    for (const [name, result] of await allResults())
      for (const language of languages) {
        const { pages, book } = bookOf(result, language, size);
        for (const [index, page] of pages.entries()) {
          const seen = scrolledText(book, index, size.width);
          const missing = page.blocks
            .flatMap((block) => textsOf(block, language))
            .flatMap(wordsIn)
            .filter((word) => !seen.includes(word));
          expect(missing, `${name}, ${language}, ${page.title}`).toEqual([]);
        }
      }
  },
);

test('a terminal without Unicode gets charts and tables of ASCII', async () => {
  const words = wordsOf('en');
  const look = { theme: { color: false, marks: asciiMarks }, words, numbers: screenNumbers('en') };
  const pages = resultPages(await exampleResult('vllm-vs-sglang-cpu'), words, asciiMarks);
  const scaling = pages.findIndex(({ title }) => title.includes('Scaling'));
  const book = resultBook(pages, { width: 80, height: 400 }, look);
  const text = pageLines({ ...firstState, page: scaling }, book)
    .flat()
    .map((piece) => piece.text)
    .join('');
  expect(text).not.toMatch(/[\u2500-\u25ff\u2800-\u28ff]/);
});

test('every sentence, cell and remark is found by a search, wherever its lines are broken', async () => {
  for (const [name, result] of await allResults())
    for (const language of languages) {
      const { pages, book } = bookOf(result, language, { width: 55, height: 21 });
      for (const [index, page] of pages.entries()) {
        const texts = page.blocks
          .filter(({ kind }) => kind !== 'code')
          .flatMap((block) => textsOf(block, language));
        const missing = [...new Set(texts.map(shownText))].filter(
          (text) => text !== '' && book.matches(index, text).length === 0,
        );
        expect(missing, `${name}, ${language}, ${page.title}`).toEqual([]);
      }
    }
});

test('what a server is called cannot move the cursor or turn the text around', () => {
  const result = hardResults()['hostile names'];
  if (result === undefined) throw new Error('the example is missing');
  const { pages, book } = bookOf(result, 'en', { width: 60, height: 16 });
  for (const index of pages.keys()) {
    const seen = scrolledText(book, index, 60);
    expect(cleanText(seen)).toBe(seen);
    expect(seen).not.toMatch(/[\u202a-\u202e\u200d]/);
  }
});
