import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedProblems } from './embedded-problems.ts';
import { readProblemFiles } from './read-problem-files.ts';

const folder = join(import.meta.dirname, '..', '..', 'knowledge');

test('the embedded problems are those of the folder', () => {
  expect(embeddedProblems).toEqual(readProblemFiles(folder));
});

test('every problem has its own words in both languages', () => {
  for (const { text } of embeddedProblems) {
    expect(text.ko.title, text.en.title).toMatch(/\p{Script=Hangul}/u);
    expect(text.ko.cause, text.en.title).toMatch(/\p{Script=Hangul}/u);
    expect(text.ko.fix, text.en.title).toMatch(/\p{Script=Hangul}/u);
    expect(Object.values(text.en).join(' ')).not.toMatch(/\p{Script=Hangul}/u);
  }
  const titles = embeddedProblems.map(({ text }) => text.en.title);
  expect(new Set(titles).size).toBe(titles.length);
});
