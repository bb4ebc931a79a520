import { expect, test } from 'vitest';
import { foldText, searchText, searchWords } from './search-text.ts';

test.each([
  ['한글'.normalize('NFD'), '한글'],
  ['ＱＷＥＮ３', 'qwen3'],
  ['ÉCOLE', 'école'],
  ['a\u0000\nb', 'a b'],
])('%j is compared as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('a name that another one begins with is ordered before it', () => {
  const [short, long] = ['run', 'run 2'].map((name) => searchText({ name, targets: ['z'], id: 'z' }));
  expect((short ?? '') < (long ?? '')).toBe(true);
});

test('a search of spaces has no words', () => {
  expect(searchWords('  \t ')).toEqual([]);
});
