import type { Result, Stage } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import type { Block } from '../model/document.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildStage, buildTarget } from '../testing/index.ts';
import { languagesSection } from './languages-section.ts';

type Quality = NonNullable<Stage['quality']>;

const good: Quality = {
  verdict: 'good',
  answers: { judged: 10, good: 10, doubtful: 0, bad: 0, notJudged: 0, atLimit: 4 },
  reasons: [],
  characters: 1000,
  tokens: 800,
  ratings: [],
  reason: null,
};
const wrong: Quality = {
  ...good,
  verdict: 'bad',
  answers: { judged: 10, good: 2, doubtful: 2, bad: 6, notJudged: 3, atLimit: 0 },
  reasons: [
    { code: 'other-language', verdict: 'bad', share: 0, detail: 'zh', answers: 5 },
    { code: 'repetition', verdict: 'doubtful', share: 0.4, detail: null, answers: 1 },
    { code: 'repetition', verdict: 'bad', share: 0.8, detail: null, answers: 3 },
  ],
  ratings: [
    { by: 'model', name: 'wise', excerpt: 0, rubric: '5: good', score: 4, remark: 'fine' },
    {
      by: 'person',
      name: 'Mina',
      excerpt: null,
      rubric: '5: good',
      score: null,
      remark: 'could not read it',
    },
  ],
};

function resultWith(quality: Quality | null): Result {
  const stage = buildStage(
    {
      target: 'vllm',
      suite: 'languages',
      language: 'ko',
      load: { loop: 'closed', users: 1, thinkTime: null },
      tokensPerSecond: 80,
      completed: 10,
    },
    { quality },
  );
  return buildResult([stage], [buildTarget('vllm')]);
}

type Words = (typeof catalogues)['en'];
const sectionOf = (result: Result, words: Words = catalogues.en): Block[] =>
  languagesSection(reportContext(result, words));
const rowsOf = (blocks: readonly Block[]): string[][] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
  );

test('characters per second are the speed in tokens over the tokens of a character', () => {
  const [row] = rowsOf(sectionOf(resultWith(good)));
  expect(row?.slice(0, 6)).toEqual(['Korean', 'vllm', '10', '78.4', '98.0', '0.80']);
});

test('without judged answers neither is told, and no verdict is invented', () => {
  const rows = rowsOf(sectionOf(resultWith(null)));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(0, 4)).toEqual(['Korean', 'vllm', '10', '78.4']);
  expect(rows.flat()).not.toContain('0.80');
});

test('a verdict stands with its reasons, each code once', () => {
  const rows = rowsOf(sectionOf(resultWith(wrong)));
  expect(rows[1]).toEqual([
    'Korean',
    'vllm',
    'bad',
    '2 of 10',
    'in another language (Chinese): 5 answers; repeats itself (70%): 4 answers',
  ]);
});

test('ratings stand with who gave them; one that could not be had says why', () => {
  const blocks = sectionOf(resultWith(wrong));
  expect(rowsOf(blocks).slice(2)).toEqual([
    ['Korean', 'vllm', 'wise (model)', '4 of 5', 'fine'],
    ['Korean', 'vllm', 'Mina', 'unknown', 'could not read it'],
  ]);
  expect(blocks.filter(({ kind }) => kind === 'details')).toHaveLength(2);
});

test.each([
  ['ko', '다른 언어로 작성됨(중국어): 5개; 같은 내용이 반복됨(70%): 4개', '10개 중 2개'],
  ['zh', '使用了其他语言（中文）：5 个; 内容重复（70%）：4 个', '2/10'],
] as const)('the reasons are written in %s', (language, reasons, judged) => {
  expect(rowsOf(sectionOf(resultWith(wrong), catalogues[language]))[1]?.slice(3)).toEqual([judged, reasons]);
});
