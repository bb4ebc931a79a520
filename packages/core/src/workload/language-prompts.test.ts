import { expect, test } from 'vitest';
import { promptLanguages } from '../plan/language.ts';
import { promptTasks } from './language-prompts/prompt-tasks.ts';
import { languagePrompts } from './language-prompts.ts';

const script = { en: /[a-z]/, ko: /[가-힣]/, zh: /[一-鿿]/, ja: /[ぁ-ん]/ };

test.each(promptLanguages)(
  '%s has thirty different prompts in its own script, one for each task',
  (language) => {
    const prompts = languagePrompts(language);
    expect(new Set(prompts).size).toBe(30);
    expect(prompts.length).toBe(promptTasks.length);
    expect(prompts.every((prompt) => script[language].test(prompt))).toBe(true);
  },
);

test('the poem about spring comes first in every language', () => {
  expect(promptLanguages.map((language) => languagePrompts(language)[0])).toEqual([
    'Write a poem about spring',
    '봄에 대한 시를 작성하세요',
    '写一首关于春天的诗',
    '春についての詩を書いてください',
  ]);
});

test.each(promptLanguages)('the figures of the %s calculation are those of the others', (language) => {
  const calculation = languagePrompts(language)[promptTasks.indexOf('calculation')] ?? '';
  expect(calculation.match(/\d+/g)).toEqual(['300', '500']);
});

test('a language without prompts is refused', () => {
  expect(() => languagePrompts('de')).toThrow('there are no prompts in de');
});
