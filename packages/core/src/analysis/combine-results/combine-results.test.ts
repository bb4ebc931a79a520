import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readResultFile } from '../../result/read-result.ts';
import { type Result, resultSchema } from '../../result/result-file.ts';
import { combineResults } from './combine-results.ts';

const examples = join(import.meta.dirname, '../../../../../examples');
const configurations = await readResultFile(join(examples, 'vllm-two-configs/output/result.json'));
const engines = await readResultFile(join(examples, 'vllm-vs-sglang-cpu/output/result.json'));
const by = { tool: configurations.tool, command: 'kneepoint report a.json b.json' };

const loadsOf = (result: Result): string[] => [
  ...new Set(result.analysis.comparisons.map(({ suite, load }) => `${suite} ${load}`)),
];

test('several results become one that the schema accepts, with all targets and stages', () => {
  const combined = combineResults([configurations, engines], by);
  expect(resultSchema.safeParse(combined).error).toBeUndefined();
  expect(combined.targets.map(({ name }) => name)).toEqual([
    'sixteen-at-once',
    'four-at-once',
    'vllm',
    'sglang',
  ]);
  expect(combined.stages).toHaveLength(configurations.stages.length + engines.stages.length);
  expect(combined.source).toEqual({
    kind: 'combined',
    results: [configurations, engines].map(({ id, name, createdAt }) => ({ id, name, createdAt })),
  });
});

test('levels that both have are compared, and a level that one has alone keeps its figures', () => {
  const combined = combineResults([configurations, engines], by);
  const of = (load: string) =>
    combined.analysis.comparisons.find(
      (one) => one.suite === 'concurrency' && one.load === load && one.candidate === 'vllm',
    );
  expect(of('4 users')?.ratio).toBeGreaterThan(0);
  expect(of('8 users')).toMatchObject({ baselineValue: null, winner: null });
  expect(of('8 users')?.candidateValue).toBeGreaterThan(0);
  expect(loadsOf(combined)).toContain('languages 1 user');
});

test('a target of the same name in two results is two targets', () => {
  const combined = combineResults([engines, engines], by);
  expect(combined.targets.map(({ name }) => name)).toEqual([
    'vllm (vllm-vs-sglang-cpu)',
    'sglang (vllm-vs-sglang-cpu)',
    'vllm (vllm-vs-sglang-cpu 2)',
    'sglang (vllm-vs-sglang-cpu 2)',
  ]);
  expect(new Set(combined.stages.map(({ id }) => id)).size).toBe(combined.stages.length);
});

test('suites meet by their kind, wherever they stood in their plans', () => {
  const later = {
    ...engines,
    name: 'later',
    stages: engines.stages.map((stage) => ({ ...stage, id: stage.id.replace(/^2-/, '7-') })),
  };
  const combined = combineResults([engines, later], by);
  const pair = combined.analysis.comparisons.find(
    (one) => one.suite === 'concurrency' && one.load === '4 users' && one.candidate === 'vllm (later)',
  );
  expect(pair?.ratio).toBeCloseTo(1, 9);
});

test('a fact that the results do not agree on is unknown, with what they say', () => {
  const other = { ...engines, environment: { ...engines.environment, kernel: 'Linux 5.4', os: null } };
  const { environment } = combineResults([engines, other], by);
  expect(environment.kernel).toBeNull();
  expect(environment.reasons['kernel']).toBe(`the results differ: ${engines.environment.kernel} / Linux 5.4`);
  expect(environment.reasons['os']).toMatch(/^the results differ: .* \/ \?$/);
  expect(environment.host).toBe(engines.environment.host);
});

test('how each target was started is still known', () => {
  const { plan } = combineResults([configurations, engines], by);
  const names = (plan as { targets: { name: string }[] }).targets.map(({ name }) => name);
  expect(names).toEqual(['sixteen-at-once', 'four-at-once', 'vllm', 'sglang']);
});

test('one result alone stays itself', () => {
  expect(combineResults([engines], by)).toMatchObject({ id: engines.id, source: { kind: 'measured' } });
});
