import { expect, test } from 'vitest';
import { findingSchema } from '../../result/analysis/finding-schema.ts';
import { figureOf, withMetrics } from '../audit/testing/audited-result.ts';
import { findingsOf } from './findings-of.ts';
import { findingsWith, judgedResult, judgedStages, withFirstToken } from './testing/judged-result.ts';

const three = (value: number): number[] => [value * 0.99, value, value * 1.01];
const twoTargets = {
  one: { 1: three(80), 5: three(370), 50: three(2830) },
  two: { 1: three(48), 5: three(136), 50: three(268) },
};

test('the winner at the heaviest level comes with its interval, and with the span of ratios at the lighter ones', () => {
  const [peak] = findingsWith(judgedResult({ stages: judgedStages(twoTargets) }), 'peak');
  expect(peak).toMatchObject({
    part: 'statement',
    standing: { kind: 'won', ahead: 'one', behind: 'two', over: 'repeats' },
    targets: [
      { target: 'one', unit: 'tok/s' },
      { target: 'two', unit: 'tok/s' },
    ],
    repeats: 3,
    trust: 'valid',
  });
  expect(peak?.numbers['factor']?.value).toBeCloseTo(10.56, 1);
  expect(peak?.numbers['low']?.value).toBeGreaterThan(10);
  expect(peak?.numbers['lighterLeast']?.value).toBeCloseTo(2.72, 1);
  expect(peak?.numbers['lighterMostUsers']).toEqual({ value: 5, unit: 'users' });
});

test('of one repeat without an interval the ratio is kept, but nobody wins', () => {
  const stages = judgedStages({ one: { 5: [370] }, two: { 5: [136] } });
  const result = judgedResult({ stages });
  const [peak] = findingsWith(result, 'peak');
  expect(peak?.standing).toMatchObject({ kind: 'inconclusive', ahead: 'one' });
  expect(peak?.numbers['factor']?.value).toBeCloseTo(2.72, 2);
  expect(peak?.numbers['low']).toBeUndefined();
  expect(findingsWith(result, 'one-repeat')).toHaveLength(1);
});

test('an invalid stage gives no ratio and is an error among the cautions', () => {
  const stages = judgedStages(twoTargets, (stage) =>
    stage.target === 'two' ? { ...stage, trust: { verdict: 'invalid', reasons: [] } } : stage,
  );
  const result = judgedResult({ stages });
  expect(findingsWith(result, 'peak')).toEqual([]);
  expect(findingsWith(result, 'no-usable-level')).toMatchObject([{ severity: 'warning' }]);
  expect(findingsWith(result, 'stages-invalid')).toMatchObject([{ severity: 'error', trust: 'invalid' }]);
});

test('where every stage failed this is the first finding, and no other is made up', () => {
  const stages = judgedStages({ one: { 1: [1], 5: [1] } }, (stage) => ({
    ...stage,
    status: 'failed',
    statusReason: 'the server answered 500',
    trust: { verdict: 'invalid', reasons: [{ code: 'stage-failed', message: '', value: null, limit: null }] },
  }));
  const statements = findingsOf(judgedResult({ stages, targets: [{ name: 'one' }] })).filter(
    ({ part }) => part === 'statement',
  );
  expect(statements.map(({ code }) => code)).toEqual([
    'nothing-measured',
    'target-not-measured',
    'no-usable-level',
  ]);
  expect(statements[0]).toMatchObject({
    severity: 'error',
    names: { reason: 'the server answered 500' },
    numbers: { failed: { value: 2 }, stages: { value: 2 } },
  });
});

test('a target that did not start comes before every figure of the other', () => {
  const failure = { target: 'two', code: 'not-ready', message: 'no answer in 60 s', hint: null };
  const result = judgedResult(
    { stages: judgedStages({ one: twoTargets.one }), targets: [{ name: 'one' }] },
    { failures: [{ ...failure, logTail: [], problems: [] }] },
  );
  expect(result.analysis.findings[0]).toMatchObject({
    code: 'target-not-measured',
    names: { target: 'two', reason: 'no answer in 60 s' },
  });
});

test('a single user who is slower than each of five is no steady state, and the sentence about it says so', () => {
  const stages = judgedStages({ one: { 1: [12.5], 5: [371] }, two: { 1: [48.6], 5: [136] } });
  const result = judgedResult({ stages });
  expect(findingsWith(result, 'single-user-not-steady')).toMatchObject([
    { severity: 'error', names: { target: 'one' }, numbers: { alone: { value: 12.5 }, users: { value: 5 } } },
  ]);
  expect(findingsWith(result, 'single-user')).toMatchObject([{ names: { notSteady: 'one' } }]);
  expect(findingsWith(result, 'crossover')).toEqual([]);
});

test('a single user who is a little slower than each of several is noise', () => {
  const stages = judgedStages({ one: { 1: [66], 5: [371] } });
  expect(findingsWith(judgedResult({ stages }), 'single-user-not-steady')).toEqual([]);
});

test('the percentile of the first token gives way to the median where one target has too few samples', () => {
  const p99Of = (withP99: readonly string[]) =>
    judgedResult({
      stages: judgedStages({ one: { 5: three(370) }, two: { 5: three(136) } }, (stage) =>
        withFirstToken(stage, 40_000, withP99.includes(stage.target) ? 90_000 : null),
      ),
    });
  const percentile = (withP99: readonly string[]) =>
    findingsWith(p99Of(withP99), 'first-token')[0]?.names['percentile'];
  expect(percentile(['one', 'two'])).toBe('p99');
  expect(percentile(['one'])).toBe('p50');
  expect(findingsWith(p99Of(['one']), 'too-few-samples')).toMatchObject([{ names: { percentile: 'p99' } }]);
});

test('levels that one target lacks are named once for each set of targets that lack them', () => {
  const stages = judgedStages({ one: { 1: [80], 5: [370], 10: [700] }, two: { 1: [48] } });
  expect(findingsWith(judgedResult({ stages }), 'different-levels')).toMatchObject([
    { targets: [{ target: 'two', value: 2 }] },
  ]);
});

test('results of different times that were put together say so', () => {
  const results = [
    { id: 'a', name: 'a', createdAt: '2026-11-24T06:00:00.000Z' },
    { id: 'b', name: 'b', createdAt: '2026-11-23T06:00:00.000Z' },
  ];
  const result = judgedResult(
    { stages: judgedStages(twoTargets) },
    { source: { kind: 'combined', results } },
  );
  expect(findingsWith(result, 'combined')).toMatchObject([
    { names: { from: '2026-11-23T06:00:00.000Z' }, numbers: { apart: { value: 86_400 } } },
  ]);
});

test('memory is stated only where every target has it, with the difference of two', () => {
  const target = (name: string, bytes: number | null) => {
    const none = { kind: 'unknown' as const, unit: 'bytes', value: null, reason: 'nobody watched' };
    const held = bytes === null ? none : figureOf(bytes, 'bytes');
    return { name, memory: { empty: none, loaded: held, inference: held, peak: held } };
  };
  const memoryOf = (one: number | null, two: number | null) =>
    findingsWith(judgedResult({ targets: [target('one', one), target('two', two)] }), 'memory');
  expect(memoryOf(31.2e9, 27.1e9)).toMatchObject([
    { names: { least: 'two', most: 'one' }, numbers: { difference: { value: 4.1e9 } } },
  ]);
  expect(memoryOf(31.2e9, null)).toEqual([]);
});

test('start-up is stated only where every target has it', () => {
  const startUpOf = (...seconds: readonly (number | null)[]) =>
    findingsWith(
      judgedResult({
        targets: seconds.map((value, index) => ({
          name: `target-${index}`,
          ...(value === null ? {} : { initTime: figureOf(value, 's') }),
        })),
      }),
      'start-up',
    );
  expect(startUpOf(45, 30)).toMatchObject([{ numbers: { difference: { value: 15, unit: 's' } } }]);
  expect(startUpOf(45, null)).toEqual([]);
  expect(startUpOf(45)).toEqual([]);
});

test('every finding fits its schema, and a result without a figure has one too', () => {
  const stages = judgedStages(twoTargets, (stage) =>
    withMetrics(stage, { throughputPerUser: figureOf(10, 'tok/s') }),
  );
  for (const result of [judgedResult({ stages }), judgedResult({}), judgedResult({ targets: [] })]) {
    expect(result.analysis.findings.length).toBeGreaterThan(0);
    for (const finding of result.analysis.findings) findingSchema.parse(finding);
  }
});
