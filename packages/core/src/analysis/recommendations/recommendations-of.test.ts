import { expect, test } from 'vitest';
import { recommendationSchema, type UseCase, useCases } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { dockerTarget, figureOf } from '../audit/testing/audited-result.ts';
import { judgedResult, judgedStages, withFirstToken } from '../findings/testing/judged-result.ts';

const three = (value: number): number[] => [value * 0.99, value, value * 1.01];
const clear = {
  one: { 1: three(62), 5: three(370), 50: three(2830) },
  two: { 1: three(80), 5: three(136), 50: three(268) },
};
const of = (result: Result, useCase: UseCase) => {
  const found = result.analysis.recommendations.find((one) => one.useCase === useCase);
  if (found === undefined) throw new Error(`there is no recommendation for ${useCase}`);
  return found;
};

test('many users and batch work go by throughput, one developer by the speed of one user', () => {
  const result = judgedResult({ stages: judgedStages(clear) });
  expect(of(result, 'api-many-users')).toMatchObject({ outcome: 'choice', choice: 'one' });
  expect(of(result, 'batch')).toMatchObject({ outcome: 'choice', choice: 'one' });
  expect(of(result, 'development')).toMatchObject({ outcome: 'choice', choice: 'two' });
  const [cell] = of(result, 'api-many-users').cells;
  expect(cell).toMatchObject({ metric: 'outputThroughput', users: 50, winner: 'one', verdict: 'winner' });
  expect(cell?.interval).not.toBeNull();
});

test('more throughput on one side and less waiting on the other contradict each other', () => {
  const stages = judgedStages(clear, (stage) =>
    withFirstToken(stage, 40_000, (stage.target === 'one' ? 900_000 : 100_000) + stage.repeat * 100),
  );
  const found = of(judgedResult({ stages }), 'api-many-users');
  expect(found).toMatchObject({ outcome: 'contradictory', choice: null });
  expect(found.cells.map(({ winner }) => winner)).toEqual(['one', 'two']);
});

test('a difference inside the noise is no measured difference', () => {
  const noisy = { 1: [80, 84, 77], 50: [1000, 1040, 960] };
  const result = judgedResult({
    stages: judgedStages({ one: noisy, two: { 1: [81, 78, 83], 50: [990, 1050, 970] } }),
  });
  for (const useCase of useCases)
    expect(of(result, useCase), useCase).toMatchObject({ outcome: 'no-measured-difference', choice: null });
});

test('one repeat without an interval leaves it undecided, with the ratio in the cell', () => {
  const result = judgedResult({ stages: judgedStages({ one: { 50: [2832.3] }, two: { 50: [268.17] } }) });
  const found = of(result, 'batch');
  expect(found.outcome).toBe('undecided');
  expect(['one-repeat', 'window-too-short']).toContain(found.reason);
  expect(found.cells[0]?.ratio).toBeCloseTo(1 / 10.56, 3);
});

test('a single-user figure that is no steady state decides nothing, however many repeats agree', () => {
  const cold = { one: { 1: three(12.5), 5: three(371) }, two: { 1: three(48.6), 5: three(136) } };
  const result = judgedResult({ stages: judgedStages(cold) });
  expect(of(result, 'chat')).toMatchObject({ outcome: 'undecided', reason: 'not-steady' });
  expect(of(result, 'development')).toMatchObject({ outcome: 'undecided', reason: 'not-steady' });
});

test('start-up and memory of one value each stand beside and never decide', () => {
  const stages = judgedStages(clear);
  const targets = [
    { name: 'one', initTime: figureOf(30, 's') },
    { name: 'two', initTime: figureOf(300, 's') },
  ];
  const found = of(judgedResult({ stages, targets }), 'development');
  expect(found.choice).toBe('two');
  expect(found.cells.find(({ metric }) => metric === 'initTime')).toMatchObject({
    decides: false,
    winner: null,
    reason: 'one-value',
  });
});

test('far more failures on the faster side contradict its choice for production', () => {
  const stages = judgedStages(clear, (stage) =>
    stage.target === 'one' && stage.counts !== null
      ? { ...stage, counts: { ...stage.counts, completed: 60, failed: 40 } }
      : stage,
  );
  const found = of(judgedResult({ stages }), 'production');
  expect(found.outcome).toBe('contradictory');
  expect(found.cells.find(({ metric }) => metric === 'errorRate')).toMatchObject({ winner: 'two' });
});

test('peaks at different levels are compared over their repeats', () => {
  const stages = judgedStages({
    one: { 5: three(400), 50: three(300) },
    two: { 5: three(100), 50: three(150) },
  });
  const found = of(judgedResult({ stages }), 'batch');
  expect(found).toMatchObject({ outcome: 'choice', choice: 'one' });
  expect(found.cells[0]?.ratio).toBeCloseTo(150 / 400, 2);
});

test('a choice that differences between the targets favour says so', () => {
  const stages = judgedStages(clear);
  const targets = [
    dockerTarget('one', 'sglang', []),
    dockerTarget('two', 'sglang', ['--disable-radix-cache']),
  ];
  const result = judgedResult({ stages, targets });
  expect(of(result, 'batch').doubts).toContain('parity');
  expect(of(result, 'development').doubts).not.toContain('parity');
});

test('with one target, and with none, nothing is chosen and every recommendation fits its schema', () => {
  const one = judgedResult({ stages: judgedStages({ one: clear.one }), targets: [{ name: 'one' }] });
  for (const result of [one, judgedResult({ targets: [] })]) {
    expect(result.analysis.recommendations).toHaveLength(useCases.length);
    for (const found of result.analysis.recommendations) {
      recommendationSchema.parse(found);
      expect(found).toMatchObject({ outcome: 'not-measured', choice: null, reason: 'one-target' });
    }
  }
});
