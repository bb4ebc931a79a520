import { expect, test } from 'vitest';
import { languages } from '../plan/language.ts';
import { languagePrompts } from './language-prompts.ts';

const script = { en: /[a-z]/, ko: /[가-힣]/, zh: /[一-鿿]/ };

test.each(languages)('%s has at least ten different prompts in its own script', (language) => {
  const prompts = languagePrompts(language);
  expect(new Set(prompts).size).toBeGreaterThanOrEqual(10);
  expect(prompts.every((prompt) => script[language].test(prompt))).toBe(true);
});

test('every language has the same tasks, the poem about spring first', () => {
  expect(languages.map((language) => languagePrompts(language)[0])).toEqual([
    'Write a poem about spring',
    '봄에 대한 시를 작성하세요',
    '写一首关于春天的诗',
  ]);
  expect(new Set(languages.map((language) => languagePrompts(language).length)).size).toBe(1);
});
