import { expect, test } from 'vitest';
import type { Stage, Trust } from '../../../result/stage-schema.ts';
import { auditRules } from '../audit-rules.ts';
import {
  auditedResult,
  documentSource,
  evidenceOf,
  lengthOf,
  levelStage,
} from '../testing/audited-result.ts';

const stage = levelStage('one', 5, 100);
const distrusted = (verdict: Trust['verdict'], code: string, value: number | null = 2, limit = 1): Stage => ({
  ...stage,
  trust: { verdict, reasons: [{ code, message: code, value, limit }] },
});

test('stages with a cold start are one finding, and stages without none', () => {
  const stages = [distrusted('suspect', 'cold-start'), distrusted('suspect', 'cold-start'), stage];
  expect(evidenceOf('cold-start-inside', auditedResult({ stages }))).toMatchObject([{ stages: 2 }]);
  expect(
    evidenceOf('cold-start-inside', auditedResult({ stages: [distrusted('suspect', 'errors')] })),
  ).toEqual([]);
});

test('a document that tells neither requests nor window nor client is a warning, a tool without a client a note', () => {
  const untold: Stage = {
    ...stage,
    counts: null,
    warmup: null,
    generator: null,
    window: { start: null, end: null, reason: 'not told', whole: null },
    tokens: { ...stage.tokens, input: null, output: null },
  };
  const table = { source: documentSource([]), stages: [untold] };
  expect(evidenceOf('method-not-told', auditedResult(table))).toEqual([
    { untold: ['requests', 'window', 'lengths', 'warm-up', 'client'] },
  ]);
  expect(auditRules['method-not-told'].find(auditedResult(table))[0]?.severity).toBeUndefined();
  const tool = {
    source: { ...documentSource([]), format: 'vllm' },
    stages: [{ ...untold, counts: stage.counts, tokens: stage.tokens }],
  };
  expect(auditRules['method-not-told'].find(auditedResult(tool))).toMatchObject([
    { severity: 'note', evidence: { untold: ['warm-up', 'client'] } },
  ]);
});

test('what one stage tells is told, and what Kneepoint measured tells all', () => {
  const half = { ...stage, counts: null, generator: null };
  const source = documentSource([]);
  expect(evidenceOf('method-not-told', auditedResult({ source, stages: [half, stage] }))).toEqual([]);
  expect(evidenceOf('method-not-told', auditedResult({ stages: [half] }))).toEqual([]);
});

test('prompts from the cache are found by the tokens that the server counted, unless a prefix is shared on purpose', () => {
  const cached = (share: number, prompts: Partial<NonNullable<Stage['prompts']>> = {}): Stage => ({
    ...stage,
    prompts: stage.prompts === null ? null : { ...stage.prompts, ...prompts },
    tokens: { ...stage.tokens, input: 1000, cached: share * 1000 },
  });
  const found = (one: Stage) => evidenceOf('cached-prompts', auditedResult({ stages: [one] }));
  expect(found(cached(0.8))).toEqual([{ target: 'one', share: 0.8 }]);
  expect(found(cached(0.15))).toEqual([]);
  expect(found(stage)).toEqual([]);
  expect(found(cached(0.8, { kind: 'conversation' }))).toEqual([]);
  expect(found(cached(0.8, { sharedPrefix: { groups: 1, tokens: 500, share: 1 } }))).toEqual([]);
});

test('lengths that differ by a tenth are found, by 4 % or a few tokens not', () => {
  const pair = (left: number, right: number) =>
    [left, right].map((mean, index) => ({
      ...levelStage(index === 0 ? 'one' : 'two', 5, 100),
      lengths: { input: lengthOf(200), output: lengthOf(mean) },
    }));
  expect(evidenceOf('unequal-lengths', auditedResult({ stages: pair(500, 550) }))).toMatchObject([
    { which: 'output', levels: 1 },
  ]);
  expect(evidenceOf('unequal-lengths', auditedResult({ stages: pair(500, 520) }))).toEqual([]);
  expect(evidenceOf('unequal-lengths', auditedResult({ stages: pair(20, 26) }))).toEqual([]);
});

test('answers shorter than the fixed length of the plan ended early', () => {
  const found = (mean: number) =>
    evidenceOf(
      'answers-ended-early',
      auditedResult({ stages: [{ ...stage, lengths: { input: lengthOf(100), output: lengthOf(mean) } }] }),
    );
  expect(found(64)).toEqual([{ target: 'one', askedTokens: 128, meanTokens: 64, share: 0.5 }]);
  expect(found(127)).toEqual([]);
});

test('a client at its limit is a warning where it made a stage invalid, else a note; other reasons are not its fault', () => {
  const find = (stages: readonly Stage[]) => auditRules['client-limited'].find(auditedResult({ stages }));
  expect(find([distrusted('invalid', 'client-busy'), distrusted('suspect', 'reads-waited')])).toMatchObject([
    { evidence: { verdict: 'invalid', stages: 1, reason: { code: 'client-busy' } } },
    { severity: 'note', evidence: { verdict: 'suspect', reason: { code: 'reads-waited' } } },
  ]);
  expect(
    find([distrusted('suspect', 'event-loop-delay', 2), distrusted('suspect', 'start-lag', 9)]),
  ).toMatchObject([{ evidence: { reason: { code: 'start-lag' }, stages: 2 } }]);
  expect(find([distrusted('invalid', 'errors'), stage])).toEqual([]);
});
