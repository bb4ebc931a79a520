import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { promptLanguages } from '../../plan/language.ts';
import { languagePrompts } from '../../workload/language-prompts.ts';
import { type LanguageIdentifier, loadLanguageIdentifier } from './language-identifier.ts';

let identifier: LanguageIdentifier;
beforeAll(async () => {
  identifier = await loadLanguageIdentifier();
});

const german = readFileSync(
  new URL('../../../../../examples/languages/prompts/de.txt', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n');
const texts = [
  ...promptLanguages.map((language) => ({
    language: language as string,
    prompts: languagePrompts(language),
  })),
  { language: 'de', prompts: german },
];

/*
 * Measured when the library was chosen, right of 150 prompts: whole, and cut to 50, 25 and 12 characters (Latin script twice
 * that): eld extrasmall 150, 150, 150, 147 (0.95 MB); eld large 150, 150, 150, 150 (4.5 MB); tinyld 150, 150, 148, 144;
 * franc-min 147, 147, 143, 133; franc 140, 140, 138, 123.
 */
test.each(texts)(
  'all thirty $language prompts are told, whole and from 25 characters on',
  ({ language, prompts }) => {
    const cutTo = language === 'en' || language === 'de' ? 50 : 25;
    expect(prompts.length).toBe(30);
    expect(prompts.filter((prompt) => identifier.guess(prompt).language !== language)).toEqual([]);
    expect(
      prompts.filter((prompt) => identifier.guess(prompt.slice(0, cutTo)).language !== language),
    ).toEqual([]);
  },
);

test('a dozen characters are mostly enough', () => {
  const wrong = texts.flatMap(({ language, prompts }) => {
    const cutTo = language === 'en' || language === 'de' ? 24 : 12;
    return prompts.filter((prompt) => identifier.guess(prompt.slice(0, cutTo)).language !== language);
  });
  expect(wrong.length).toBeLessThanOrEqual(3);
});
