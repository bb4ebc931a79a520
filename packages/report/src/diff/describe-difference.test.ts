import type { DifferenceCell, ResultDifference } from '@kneepoint/core';
import { gateReasons } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { reportLanguages } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { describeDifference } from './describe-difference.ts';
import { writeDifferenceMarkdown } from './write-difference-markdown.ts';

function cellOf(changes: Partial<DifferenceCell> = {}): DifferenceCell {
  return {
    metric: 'outputThroughput',
    unit: 'tok/s',
    better: 'higher',
    target: { baseline: 'vllm', candidate: 'vllm' },
    suite: 'concurrency',
    level: '2-concurrency/5-users',
    load: { loop: 'closed', users: 5, thinkTime: null },
    language: 'en',
    baselineValue: 372,
    candidateValue: 320,
    ratio: 0.86,
    interval: { low: 0.84, high: 0.88, method: 't', over: 'repeats', values: null },
    probability: 0.001,
    detectableRatio: 1.02,
    repeats: { baseline: 3, candidate: 3 },
    allowed: 0.05,
    verdict: 'fail',
    reasons: [],
    repeatsToDecide: null,
    ...changes,
  };
}

const passing = cellOf({
  candidateValue: 371,
  ratio: 0.997,
  interval: { low: 0.99, high: 1.004, method: 't', over: 'repeats', values: null },
  verdict: 'pass',
});
const undecided = cellOf({ verdict: 'inconclusive', reasons: ['interval-over-limit'], repeatsToDecide: 8 });

function differenceOf(
  verdict: ResultDifference['verdict'],
  cells: readonly DifferenceCell[],
  changes: Partial<ResultDifference> = {},
): ResultDifference {
  return {
    verdict,
    baseline: { id: 'one', name: 'main', createdAt: '2026-11-23T10:00:00.000Z' },
    candidate: { id: 'two', name: 'branch', createdAt: '2026-11-24T10:00:00.000Z' },
    cells,
    loneTargets: { baseline: [], candidate: [] },
    loneLevels: [],
    runDifferences: [],
    ...changes,
  };
}

test('the first sentence says the verdict with the numbers that make it', () => {
  const sentence = (difference: ResultDifference) => describeDifference(difference, 'en').sentence;
  expect(sentence(differenceOf('fail', [passing, cellOf()]))).toBe(
    'Fail: 1 of 2 figures got worse by more than is allowed. The worst: output throughput of vllm, 5 users: from 372 tok/s to 320 tok/s, -14.0% (95 % interval -16.0% to -12.0%).',
  );
  expect(sentence(differenceOf('pass', [passing, { ...passing, allowed: 0.1 }]))).toBe(
    'Pass: none of the 2 figures compared got worse by more than is allowed (5% to 10%).',
  );
  expect(sentence(differenceOf('inconclusive', [passing, undecided]))).toBe(
    'Inconclusive: 1 of 2 figures cannot be judged, and none failed. The most frequent reason: the interval reaches over the allowed change. 8 repeats of each side would probably decide.',
  );
});

test('the worst figure is the one that got worse most, whichever way is better', () => {
  const latency = cellOf({ metric: 'ttft', unit: 'us', better: 'lower', ratio: 1.5 });
  const better = cellOf({ ratio: 3 });
  const { sentence } = describeDifference(differenceOf('fail', [better, cellOf(), latency]), 'en');
  expect(sentence).toContain('The worst: time to first token (mean)');
});

test('rows of one load are told apart by their suite, and in one suite by their place in the plan', () => {
  const levels = (cells: readonly DifferenceCell[]) =>
    describeDifference(differenceOf('pass', cells), 'en').rows.map(({ cells: texts }) => texts[1]);
  expect(levels([passing])).toEqual(['5 users']);
  expect(levels([passing, { ...passing, suite: 'bench', level: '1-bench/5-users' }])).toEqual([
    'concurrent users: 5 users',
    expect.stringMatching(/: 5 users$/),
  ]);
  expect(levels([passing, { ...passing, level: '3-concurrency/5-users' }])).toEqual([
    '2-concurrency/5-users: 5 users',
    '3-concurrency/5-users: 5 users',
  ]);
});

test.each(reportLanguages)(
  'every reason and note has words in %s, and no other language shows through',
  (language) => {
    const cells = gateReasons.map((reason) => cellOf({ verdict: 'inconclusive', reasons: [reason] }));
    const unknownValue = cellOf({
      baselineValue: null,
      ratio: null,
      interval: null,
      verdict: 'inconclusive',
    });
    const difference = differenceOf('inconclusive', [...cells, unknownValue, undecided], {
      loneTargets: { baseline: ['old'], candidate: ['new', 'newer'] },
      loneLevels: [
        {
          suite: 'concurrency',
          load: { loop: 'closed', users: 9, thinkTime: null },
          language: 'en',
          target: 'vllm',
          only: 'candidate',
        },
      ],
      runDifferences: (['host', 'processor', 'gpus', 'engine-version'] as const).map((what) => ({
        what,
        target: what === 'engine-version' ? 'vllm' : null,
        baseline: 'a',
        candidate: 'b',
      })),
    });
    const markdown = writeDifferenceMarkdown(difference, language);
    expect(markdown).not.toMatch(/undefined|NaN|null|\[object/);
    for (const reason of gateReasons) expect(markdown).toContain(catalogues[language].diff.reason[reason]);
    if (language !== 'en')
      expect(markdown).not.toMatch(/\b(the|of|repeats|differ|only|unknown|inconclusive)\b/i);
    if (language !== 'ko') expect(markdown).not.toMatch(/[\uac00-\ud7af]/);
  },
);

test('what passed of a long comparison is folded away, what did not stays in sight', () => {
  const cells = [cellOf(), ...Array.from({ length: 20 }, () => passing)];
  const [open = '', folded = ''] = writeDifferenceMarkdown(differenceOf('fail', cells), 'en').split(
    '<details>',
  );
  expect(open).toContain('**FAIL**');
  expect(open.match(/\| pass \|/g)).toBeNull();
  expect(folded.match(/\| pass \|/g)).toHaveLength(20);
  expect(folded).toContain('</details>');
});

test('names from files cannot break the table or become markup', () => {
  const target = { baseline: 'a|b', candidate: '<img src=x>[link](http://x.y)' };
  const markdown = writeDifferenceMarkdown(differenceOf('fail', [cellOf({ target })]), 'en');
  expect(markdown).not.toMatch(/<img|[^\\]\]\(http/);
  for (const row of markdown.split('\n').filter((line) => line.startsWith('| ')))
    expect(row.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(9);
});
