import { analyzeResult, type Result, type Stage } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { type ReportLanguage, reportLanguages } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import type { Block } from '../model/document.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildStage, buildTarget, twoTargetsResult } from '../testing/index.ts';
import { scalingSection } from './scaling-section.ts';

type Choice = {
  readonly levels: Readonly<Record<string, Readonly<Record<number, number>>>>;
  readonly gpus?: Result['environment']['gpus'];
  readonly change?: (stage: Stage) => Stage;
};

const rtx5090 = {
  name: 'NVIDIA GeForce RTX 5090',
  memory: null,
  driver: null,
  cuda: null,
  computeCapability: null,
};

/** A result with one repeat of each level, analyzed. */
function analyzed({ levels, gpus = [], change = (stage) => stage }: Choice): Result {
  const stages = Object.entries(levels).flatMap(([target, rates]) =>
    Object.entries(rates).map(([users, tokensPerSecond]) =>
      change(
        buildStage({
          target,
          tokensPerSecond,
          load: { loop: 'closed', users: Number(users), thinkTime: null },
        }),
      ),
    ),
  );
  const result = buildResult(
    stages,
    Object.keys(levels).map((name) => buildTarget(name)),
  );
  return analyzeResult({ ...result, environment: { ...result.environment, gpus } });
}

function blocksOf(result: Result, language: ReportLanguage = 'en'): Block[] {
  return scalingSection(reportContext(result, catalogues[language]));
}

/** All text of a section, a line for each cell, item, note and paragraph. */
function textOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(textOfBlock);
}

function textOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return [block.text];
    case 'list':
      return block.items.map((item) => item.text);
    case 'table':
      return [
        ...block.columns.map((column) => column.title),
        ...block.rows.flatMap((row) => row.map((own) => own.text)),
        ...block.notes,
      ];
    case 'details':
      return [block.summary, ...textOf(block.blocks)];
    case 'chart':
      return [block.title];
    case 'excerpt':
      return [block.title, block.text ?? ''];
  }
}

const invalid = (stage: Stage): Stage => ({
  ...stage,
  trust: { verdict: 'invalid', reasons: [{ code: 'client-busy', message: '', value: 0.99, limit: 0.9 }] },
});

/** Tables that people know: one run of each level. */
const reference = {
  vLLM: { 1: 12.53, 5: 371.64, 10: 731.96, 20: 1185.61, 50: 2832.3 },
  SGLang: { 1: 48.6, 5: 136.23, 10: 190.34, 20: 225.48, 50: 268.17 },
};

test('the tables that people know say where they cross, who is in doubt and what the hardware allows', () => {
  const text = textOf(blocksOf(analyzed({ levels: reference, gpus: [rtx5090] }))).join('\n');
  expect(text).toContain('SGLang is ahead below 1.53 users, vLLM above');
  expect(text).toContain('It rests on the level of 1 user of vLLM, which is in doubt.');
  expect(text).toContain('vLLM: a user is faster at 5 users (74.3 tok/s) than at 1 user (12.5 tok/s)');
  expect(text).toContain('vLLM: at 50 users each user gets 56.6 tok/s, 76% of the 74.3 tok/s at 5 users.');
  expect(text).toContain('from 20 to 50 users its throughput gains 19%');
  expect(text).toContain('SGLang: growth bends at 10 users');
  expect(text).toContain('a step reads 16.4 GB of weights');
  expect(text).toContain('the law does not describe this growth');
});

test.each(reportLanguages)('nothing in %s is empty, missing or from another language', (language) => {
  for (const result of [
    analyzed({ levels: reference, gpus: [rtx5090] }),
    analyzed({ levels: reference, change: invalid }),
    analyzed({ levels: { a: { 1: 50, 5: 240, 10: 250, 20: 251 }, b: { 1: 50, 5: 230, 10: 260, 20: 200 } } }),
    analyzeResult(twoTargetsResult()),
  ]) {
    const text = textOf(blocksOf(result, language));
    expect(text.join('\n')).not.toMatch(/undefined|NaN|Infinity|null|\[object|\(\)|（）|\.\.|。。/);
    if (language === 'ko') expect(text.join('\n')).not.toMatch(/\b(the|users?|from|is|and)\b/);
    if (language === 'zh') expect(text.join('\n')).not.toMatch(/\b(the|users?|from|is|and)\b|[가-힣]/);
    if (language === 'en') expect(text.join('\n')).not.toMatch(/[가-힣一-鿿]/);
  }
});

test('one level without a known limit is left to the chapter, which says that it was not measured', () => {
  expect(blocksOf(analyzed({ levels: { a: { 5: 200 } } }))).toEqual([]);
});

test('one level with a known limit shows the limit and says that growth was not measured', () => {
  const text = textOf(blocksOf(analyzed({ levels: { a: { 1: 80 } }, gpus: [rtx5090] })));
  expect(text).toContain(catalogues.en.absent.scaling);
  expect(text).toContain('Physical limit');
  expect(text.join('\n')).not.toMatch(/knee|crossover|saturat/);
});

test('one target has no crossover and no column of differences', () => {
  const text = textOf(blocksOf(analyzed({ levels: { a: { 1: 50, 5: 240, 10: 450 } } })));
  expect(text).not.toContain(catalogues.en.columns.difference);
  expect(text.join('\n')).not.toContain('crossover');
  expect(text.join('\n')).toContain('No knee is sought for a: too few usable levels (4 are needed).');
});

test('levels that are all invalid are shown as such, and nothing is concluded from them', () => {
  const blocks = blocksOf(analyzed({ levels: reference, change: invalid }));
  const text = textOf(blocks);
  expect(text).toContain(catalogues.en.levels.invalidNote);
  expect(text.join('\n')).toContain('vLLM and SGLang: fewer than two levels are not invalid');
  expect(text.join('\n')).not.toMatch(/ahead|bends|saturat/);
  const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  expect(table?.rows.every((row) => row[1]?.tone === 'invalid')).toBe(true);
});

test('a speed above the physical limit is marked and said to be wrong', () => {
  const blocks = blocksOf(analyzed({ levels: { a: { 1: 300, 5: 400 } }, gpus: [rtx5090] }));
  expect(textOf(blocks).join('\n')).toContain('More than 100% is impossible');
  const marked = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat().filter((own) => own.tone === 'invalid') : [],
  );
  expect(marked.map(({ text }) => text)).toContain('270%');
});

test('a result of an earlier Kneepoint, without this analysis, still has its chart', () => {
  const { analysis, ...rest } = analyzed({ levels: reference });
  const bare = {
    ...rest,
    analysis: { ...analysis, scaling: [], crossovers: [], physicalLimits: [], loadLimits: [] },
  };
  expect(blocksOf(bare).some(({ kind }) => kind === 'chart')).toBe(true);
});
