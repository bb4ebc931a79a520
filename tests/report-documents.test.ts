import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeResult, combineResults, parseResult, type Result } from '../packages/core/src/index.ts';
import { renderReport, renderTerminal, reportLanguages } from '../packages/report/src/index.ts';
import { oneTargetResult, twoTargetsResult } from '../packages/report/src/testing/index.ts';
import { documentProblems } from './support/document-problems.ts';

const examples = join(import.meta.dirname, '../examples');
const textOf = (name: string): string => readFileSync(join(examples, name, 'output/result.json'), 'utf8');
const read = (name: string): Result => analyzeResult(parseResult(textOf(name), name));
const markdown = (result: Result, language: (typeof reportLanguages)[number] = 'en'): string =>
  renderReport(result, { language, format: 'markdown' }).main;

const reference = read('reference-report');
const engines = read('vllm-vs-sglang-cpu');
const configurations = read('vllm-two-configs');
const by = { tool: engines.tool, command: 'kneepoint report a.json b.json' };
const sample = analyzeResult(twoTargetsResult());

/** The sample with every stage failed. */
const failed = analyzeResult({
  ...sample,
  stages: sample.stages.map((stage) => ({
    ...stage,
    status: 'failed' as const,
    statusReason: 'the target vllm stopped answering: read ECONNRESET',
    trust: {
      verdict: 'invalid' as const,
      reasons: [{ code: 'stage-failed', message: 'the stage failed', value: null, limit: null }],
    },
  })),
});

/** Each target measured something that the other did not. */
const apart = analyzeResult({
  ...sample,
  stages: sample.stages.filter(
    ({ target, suite }) =>
      (target === 'vllm' && suite === 'concurrency') || (target === 'sglang' && suite === 'single-user'),
  ),
});

const documents: readonly (readonly [string, Result])[] = [
  ['two targets', sample],
  ['one target', analyzeResult(oneTargetResult())],
  ['two real engines without a GPU', engines],
  ['two configurations, one repeat', configurations],
  ['an imported document', reference],
  ['two results put together', combineResults([configurations, engines], by)],
  ['the same result twice', combineResults([engines, engines], by)],
  ['an import and a run put together', combineResults([reference, engines], by)],
  ['every stage failed', failed],
  ['targets with different suites', apart],
  ['no stage', analyzeResult({ ...sample, stages: [] })],
  ['no target', analyzeResult({ ...sample, stages: [], targets: [] })],
];

for (const language of reportLanguages) {
  test.each(documents)(
    `the document of %s in ${language} holds nothing that is no text of its language`,
    (_, result) => {
      expect(documentProblems(markdown(result, language), language)).toEqual([]);
    },
  );
}

test.each(reportLanguages)(
  'the document of the reference report in %s is as it was read and approved',
  async (language) => {
    const golden = join(import.meta.dirname, '__fixtures__/documents', `reference-report.${language}.md`);
    await expect(markdown(reference, language)).toMatchFileSnapshot(golden);
  },
);

test('every language has the same headings, and their numbers rise', () => {
  for (const [, result] of documents) {
    const numbers = reportLanguages.map((language) =>
      [...markdown(result, language).matchAll(/^(##+) (?:(\d+)\. )?/gm)].map(([, level, number]) => [
        level,
        number,
      ]),
    );
    expect(numbers[1]).toEqual(numbers[0]);
    expect(numbers[2]).toEqual(numbers[0]);
    const own = (numbers[0] ?? []).flatMap(([level, number]) =>
      level === '##' && number ? [Number(number)] : [],
    );
    expect(own).toEqual(own.toSorted((one, other) => one - other));
    expect(new Set(own).size).toBe(own.length);
  }
});

test('the terminal shows the same document in lines that fit, wide characters counted as two', () => {
  for (const language of reportLanguages) {
    const text = renderTerminal(sample, language, 80);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    const lines = text.split('\n').filter((line) => !line.startsWith('  '));
    for (const line of lines) expect(displayColumns(line), line).toBeLessThanOrEqual(81);
  }
});

const displayColumns = (line: string): number =>
  [...line].reduce(
    (sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/.test(sign) ? 2 : 1),
    0,
  );

test('the reference report has its derived numbers', () => {
  const text = markdown(reference);
  for (const factor of ['3.9x', '2.7x', '3.8x', '5.3x', '10.6x']) expect(text).toContain(factor);
  expect(text).toContain('4.10 GB');
  expect(text).toMatch(/sampling\\?_params/);
});

test('what nobody measured is said once, and a document of another tool has no health of the client', () => {
  const text = markdown(reference);
  expect(text).toContain('kept no record of its own health');
  expect(text).not.toContain('Event-loop delay');
  expect(text.match(/The source does not say: Kernel/g)).toHaveLength(1);
});

test('without a GPU the document says so once, with the reason', () => {
  const text = markdown(engines);
  expect(text.match(/Unknown: GPU \(/g)).toHaveLength(1);
  expect(text).not.toContain('Compute capability |');
});

test('without repeats the document says that nothing is known of how runs differ', () => {
  expect(configurations.stages.every(({ repeat }) => repeat === 1)).toBe(true);
  expect(markdown(configurations)).toMatch(/one repeat/i);
});

test('of one target nothing is compared', () => {
  const text = markdown(analyzeResult(oneTargetResult()));
  expect(text).not.toContain('Difference');
  expect(text).not.toContain('Parity');
});

test('when every stage failed nobody wins', () => {
  expect(failed.analysis.comparisons.every(({ winner }) => winner === null)).toBe(true);
  const text = markdown(failed);
  expect(text).toContain('*invalid*');
  expect(text).not.toMatch(/\*\*[\d,.]+\*\*/);
});

test('a level that one target lacks is named as not measured', () => {
  const text = markdown(apart);
  expect(text).toContain('not measured');
  expect(text).toContain('not compared');
});

test('several results say that they were measured at different times', () => {
  const text = markdown(combineResults([configurations, engines], by));
  expect(text).toContain('measured at different times');
  expect(text).toContain('| 4 |');
});

test('a result of an earlier Kneepoint is read, and what it did not record is unknown', () => {
  const {
    source: _,
    knownProblems: __,
    samples: ___,
    thresholds: ____,
    ...old
  } = JSON.parse(textOf('vllm-vs-sglang-cpu')) as Record<string, unknown>;
  const earlier = { ...old, analysis: { comparisons: [] } };
  const result = analyzeResult(parseResult(JSON.stringify(earlier), 'old.json'));
  expect(documentProblems(markdown(result), 'en')).toEqual([]);
  expect(result.analysis.comparisons).not.toEqual([]);
});

test('a result of a later Kneepoint is refused, and says what to do', () => {
  const later = JSON.stringify({ ...JSON.parse(textOf('vllm-two-configs')), schema: 'kneepoint.result/2' });
  expect(() => parseResult(later, 'later.json')).toThrow(/later\.json was written by a newer Kneepoint/);
});

test('a result that was cut off says that it ends too early', () => {
  const whole = textOf('vllm-two-configs');
  try {
    parseResult(whole.slice(0, whole.length / 2), 'cut.json');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'result-not-json', hint: expect.stringContaining('ends too early') });
  }
});
