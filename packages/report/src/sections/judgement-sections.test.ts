import { join } from 'node:path';
import { analyzeResult, type Result, readResultFile } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { type ReportLanguage, reportLanguages } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildStage, buildTarget, oneTargetResult, twoTargetsResult } from '../testing/index.ts';
import { writeMarkdown } from '../write/write-markdown.ts';
import { conclusionSection } from './conclusion-section.ts';
import { recommendationsSection } from './recommendations-section.ts';
import { summarySection } from './summary-section.ts';

const reference = join(import.meta.dirname, '../../../../examples/reference-report/output/result.json');
const golden = (name: string): string => join(import.meta.dirname, '__fixtures__', name);

/** Summary, recommendations and conclusion as Markdown. */
function judged(result: Result, language: ReportLanguage): string {
  const context = reportContext(result, catalogues[language]);
  const blocks = [summarySection, recommendationsSection, conclusionSection].flatMap((section) =>
    section(context),
  );
  const document = { language, title: result.name, subtitle: '', colophon: result.id, blocks };
  return writeMarkdown(document, catalogues[language].page);
}

test.each(reportLanguages)(
  'what is said of two targets in %s is as it was read and approved',
  async (language) => {
    await expect(judged(twoTargetsResult(), language)).toMatchFileSnapshot(
      golden(`judgement-two-targets.${language}.md`),
    );
  },
);

test.each(reportLanguages)(
  'what is said of the imported reference report in %s is as it was read and approved',
  async (language) => {
    const result = analyzeResult(await readResultFile(reference));
    await expect(judged(result, language)).toMatchFileSnapshot(golden(`judgement-reference.${language}.md`));
  },
);

test('of the imported reference every derived ratio is stated, and none of them decides anything', async () => {
  const text = judged(analyzeResult(await readResultFile(reference)), 'en');
  const summary = text.slice(0, text.indexOf('## Recommendations'));
  for (const figure of ['3.9', '10.6', '2.7 to 5.3', '4.09 GB less']) expect(summary).toContain(figure);
  expect(summary.match(/no winner can be named \(one repeat\)/g)).toHaveLength(2);
  expect(summary).toContain('the figure of vLLM is no steady state');
  expect(text).not.toMatch(/\*\*vLLM\*\*|\*\*SGLang\*\*/);
});

const closed = (users: number) => ({ loop: 'closed' as const, users, thinkTime: null });
const stage = (target: string, users: number, tokensPerSecond: number, more: { repeat?: number } = {}) =>
  buildStage({
    target,
    load: closed(users),
    tokensPerSecond,
    suite: users === 1 ? 'single-user' : 'concurrency',
    ...more,
  });
const two = [buildTarget('a'), buildTarget('b')];

const failed = ['a', 'b'].map((target) => ({
  ...stage(target, 5, 100),
  status: 'failed' as const,
  statusReason: 'the server answered 500',
  trust: {
    verdict: 'invalid' as const,
    reasons: [{ code: 'stage-failed', message: 'it failed', value: null, limit: null }],
  },
}));
const differentSuites = [stage('a', 1, 80), stage('a', 5, 370), stage('b', 50, 268)];

const edges: readonly (readonly [string, Result, string])[] = [
  ['every stage failed', buildResult(failed, two), 'a was not measured: its only stage failed'],
  ['no stage', buildResult([], two), 'No stage measured anything'],
  ['no target', buildResult([], []), 'Only one target was measured'],
  ['one target', oneTargetResult(), 'Only one target was measured, so none is chosen over another.'],
  ['one repeat', buildResult([stage('a', 5, 100), stage('b', 5, 200)], two), 'Each level ran once'],
  ['different suites', buildResult(differentSuites, two), 'there nothing is compared'],
];

test.each(edges)('%s: the judgements say so, and no sentence lacks a value', (_, result, sentence) => {
  const analysed = analyzeResult(result);
  expect(judged(analysed, 'en')).toContain(sentence);
  for (const language of reportLanguages) {
    const text = judged(analysed, language);
    expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|null/);
    expect(text).not.toMatch(/\(\)|（）|: \.|：。|\| {2}\|/);
  }
});

test('a result that nobody analysed is judged all the same', () => {
  const result = buildResult([stage('a', 5, 100), stage('b', 5, 200)], two);
  expect(result.analysis.findings).toEqual([]);
  const text = judged(result, 'en');
  expect(text).toContain('With 5 users: a 100 tok/s and b 200 tok/s; the two were not compared.');
  expect(text).toContain('not decided (not compared)');
});

test('the published rules are those that give the stars', () => {
  const text = judged(twoTargetsResult(), 'en');
  expect(text).toMatch(
    /\| Concurrency \| share of the best \|[^|]+\| ≥ 95% \| ≥ 80% \| ≥ 60% \| ≥ 35% \| else \|/,
  );
});
