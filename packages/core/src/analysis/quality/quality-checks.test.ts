import { beforeAll, expect, test } from 'vitest';
import { type LanguageIdentifier, loadLanguageIdentifier } from './language-identifier.ts';
import { reasonsOf } from './quality-checks.ts';
import { badAnswers } from './testing/bad-answers.ts';
import { goodAnswers } from './testing/good-answers.ts';

let identifier: LanguageIdentifier;
beforeAll(async () => {
  identifier = await loadLanguageIdentifier();
});

const good = Object.entries(goodAnswers).flatMap(([language, texts]) =>
  texts.map((text) => ({ language, text })),
);

test.each(good)('nothing is found in a good answer ($language: $text)', ({ language, text }) => {
  expect(reasonsOf({ language, text, finishReason: 'stop' }, identifier)).toEqual([]);
});

test.each(good)(
  'nor where the limit of tokens ended it within a word ($language: $text)',
  ({ language, text }) => {
    const half = `${text.slice(0, Math.floor(text.length * 0.7))}\ufffd`;
    expect(reasonsOf({ language, text: half, finishReason: 'length' }, identifier)).toEqual([]);
  },
);

test.each(badAnswers)('$name ($language) is found', ({ language, text, finishReason, expected }) => {
  const found = reasonsOf(
    { language, text, finishReason: finishReason === undefined ? 'stop' : finishReason },
    identifier,
  );
  expect(found).toContainEqual(expect.objectContaining(expected));
});

test('one fault is not taken for another', () => {
  const told = badAnswers
    .filter(({ expected }) => expected.code !== 'other-language' && expected.verdict === 'doubtful')
    .map(({ language, text, finishReason, expected }) => ({
      expected: [expected.code],
      found: reasonsOf(
        { language, text, finishReason: finishReason === undefined ? 'stop' : finishReason },
        identifier,
      ).map(({ code }) => code),
    }));
  expect(told.map(({ found }) => found)).toEqual(told.map(({ expected }) => expected));
});

test('a letter that apologizes is no refusal', () => {
  const letter =
    'Dear Mr. Hall,\n\nthe heater in our flat has been broken for two weeks, and the rooms are cold. Please have it repaired by Friday. I am sorry that I cannot wait any longer; otherwise I will reduce the rent.';
  expect(reasonsOf({ language: 'en', text: letter, finishReason: 'stop' }, identifier)).toEqual([]);
});

test('a language that the library does not know is not called another one', () => {
  const text =
    'La printempo venas malrapide en la valon. Unue malfermiĝas la rivero, poste revenas la birdoj.';
  expect(identifier.knows('eo')).toBe(false);
  expect(reasonsOf({ language: 'eo', text, finishReason: 'stop' }, identifier)).toEqual([]);
});

test('Norwegian Bokmål and its near relatives are not called wrong', () => {
  const text =
    'Våren kommer sakte til dalen. Først åpner elva seg, så kommer fuglene tilbake, og til slutt står frukthagene hvite mot åsene.';
  expect(reasonsOf({ language: 'nb', text, finishReason: 'stop' }, identifier)).toEqual([]);
});

test('an end within a sentence is no fault where the limit of tokens set it', () => {
  const text = 'The river loosens from its sleep, the hills put on their early green,';
  expect(reasonsOf({ language: 'en', text, finishReason: 'length' }, identifier)).toEqual([]);
});
