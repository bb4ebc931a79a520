import { expect, test } from 'vitest';
import { contradictions } from '../contradictions.ts';
import { suiteLanguagesField } from './suite-language.ts';

const problems = (value: unknown): readonly string[] =>
  suiteLanguagesField
    .safeParse(value)
    .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];

test('a code with prompts of its own needs no file, any other names one', () => {
  expect(suiteLanguagesField.parse(['zh', 'ja', { code: 'de', prompts: 'de.txt' }, { code: 'en' }])).toEqual([
    { code: 'zh', prompts: null },
    { code: 'ja', prompts: null },
    { code: 'de', prompts: 'de.txt' },
    { code: 'en', prompts: null },
  ]);
});

test.each([
  [
    ['de'],
    '0 there are no prompts in "de" (there are in en, ko, zh, ja); name a file of them: { code: de, prompts: FILE }',
  ],
  [[{ code: 'de' }], '0.prompts there are no prompts in "de"'],
  [['jp'], '0 must be the ISO 639 code of a language, such as ko, not "jp"; did you mean ja?'],
  [['korean'], '0 must be the ISO 639 code of a language, such as ko, not "korean"'],
  [['ko', { code: 'ko', prompts: 'x.txt' }], '1 "ko" is in the list twice'],
  [[7], '0 must be a code such as ko, or { code: de, prompts: FILE }, not 7'],
])('%j is refused', (value, problem) => {
  expect(problems(value)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['generated', 'de', 'prompts are generated in en, ko, zh, not in "de"'],
  ['generated', 'ja', 'prompts are generated in en, ko, zh, not in "ja"'],
  ['language', 'de', 'there are prompts in en, ko, zh, ja, not in "de"'],
  ['language', 'ja', null],
  ['fixed', 'de', null],
] as const)('prompts of the kind %s in %s: %s', (kind, language, problem) => {
  const prompts =
    kind === 'fixed'
      ? { kind, text: 'Hallo' }
      : kind === 'generated'
        ? { kind, sharedPrefix: null }
        : { kind };
  const found = contradictions({
    load: 'users',
    language,
    prompts,
    warmup: null,
    givesInputTokens: false,
    givesOutputTokens: true,
    givesEnd: true,
  });
  expect(found).toEqual(
    problem === null ? [] : [{ part: 'language', text: expect.stringContaining(problem) }],
  );
});
