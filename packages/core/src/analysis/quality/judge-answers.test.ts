import { beforeAll, expect, test } from 'vitest';
import { judgeAnswers, type StageAnswers } from './judge-answers.ts';
import { type LanguageIdentifier, loadLanguageIdentifier } from './language-identifier.ts';
import { goodAnswers } from './testing/good-answers.ts';

let identifier: LanguageIdentifier;
beforeAll(async () => {
  identifier = await loadLanguageIdentifier();
});

const text = goodAnswers['ko']?.[1] ?? '';
const good = { text, language: 'ko', finishReason: 'length', textTokens: 100 };
const bad = { ...good, text: '', finishReason: 'stop' };
const doubtful = { ...good, text: `<think>음</think> ${text}` };
const stage = (answers: StageAnswers['answers']): StageAnswers => ({ answers, withoutToken: 0, notKept: 0 });
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

test.each([
  ['good', times(10, good)],
  ['good', [...times(9, good), bad]],
  ['doubtful', [...times(8, good), ...times(2, doubtful)]],
  ['doubtful', [...times(6, good), ...times(4, bad)]],
  ['bad', [...times(5, good), ...times(5, bad)]],
] as const)('a stage is %s by the shares of its answers', (verdict, answers) => {
  expect(judgeAnswers(stage(answers), identifier).verdict).toBe(verdict);
});

test('answers, reasons, characters and tokens are counted', () => {
  const quality = judgeAnswers({ answers: [good, good, doubtful], withoutToken: 1, notKept: 5 }, identifier);
  expect(quality.answers).toEqual({ judged: 4, good: 2, doubtful: 1, bad: 1, notJudged: 5, atLimit: 3 });
  expect(quality.reasons).toEqual([
    { code: 'leaked-markup', verdict: 'doubtful', share: null, detail: '<think>', answers: 1 },
    { code: 'empty', verdict: 'bad', share: null, detail: null, answers: 1 },
  ]);
  const visible = text.replaceAll(/\s/g, '').length;
  expect(quality).toMatchObject({
    characters: 3 * visible + '<think>음</think>'.length,
    tokens: 300,
    reason: null,
  });
});

test('the detail of a reason is the one that most answers have', () => {
  const marked = (mark: string) => ({ ...good, text: `${text}${mark}` });
  const { reasons } = judgeAnswers(stage([marked('<|a|>'), marked('<|b|>'), marked('<|b|>')]), identifier);
  expect(reasons).toEqual([
    { code: 'leaked-markup', verdict: 'bad', share: null, detail: '<|b|>', answers: 3 },
  ]);
});

test('one answer without a count leaves the tokens unknown', () => {
  expect(judgeAnswers(stage([good, { ...good, textTokens: null }]), identifier).tokens).toBeNull();
});

test('without an answer there is no verdict, and it is said why', () => {
  expect(judgeAnswers(stage([]), identifier)).toMatchObject({
    verdict: null,
    characters: null,
    tokens: null,
    reason: 'no answer was kept',
  });
});
