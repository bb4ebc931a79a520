import { fileURLToPath } from 'node:url';
import type { Result, Stage } from '@kneepoint/core';
import { beforeAll, expect, test } from 'vitest';
import { importFiles } from './import-files.ts';
import { orderOf } from './testing/import-order.ts';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/reference-report/${name}`, import.meta.url));

let result: Result;
beforeAll(async () => {
  result = await importFiles(orderOf([example('report.ko.md')], { mapping: example('mapping.yaml') }));
});

const stageOf = (target: string, place: string): Stage => {
  const found = result.stages.find(({ id }) => id === `${place}/${target}/repeat-1`);
  if (found === undefined) throw new Error(`no stage ${place} of ${target}`);
  return found;
};
const targetOf = (name: string) => result.targets.find((target) => target.name === name);

/** The faster one over the slower one, as the comparison of the level has it. */
function ratioOf(metric: string, users: number): number | null {
  const load = users === 1 ? '1 user' : `${users} users`;
  const comparison = result.analysis.comparisons.find(
    (each) => each.metric === metric && each.load === load && each.suite !== 'languages',
  );
  const ratio = comparison?.ratio ?? null;
  return ratio === null ? null : Math.max(ratio, 1 / ratio);
}

test.each([
  ['requestSpeed', 1, 3.9],
  ['outputThroughput', 5, 2.7],
  ['outputThroughput', 10, 3.8],
  ['outputThroughput', 20, 5.3],
  ['outputThroughput', 50, 10.6],
] as const)('the comparison of %s at %i users gives the ratio of the report, %f', (metric, users, ratio) => {
  expect(ratioOf(metric, users)).toBeCloseTo(ratio, 1);
});

test('no comparison of one cell each names a winner', () => {
  expect(result.analysis.comparisons.map(({ winner }) => winner)).toEqual(
    result.analysis.comparisons.map(() => null),
  );
});

test('SGLang uses 4.1 GB less memory, and starts in 30 s against 45 s', () => {
  const [vllm, sglang] = [targetOf('vLLM'), targetOf('SGLang')];
  const difference = (vllm?.memory.inference.value ?? 0) - (sglang?.memory.inference.value ?? 0);
  expect(difference / 1e9).toBeCloseTo(4.1, 1);
  // The figure that is named alone counts, not the rounded one of the table of phases.
  expect(sglang?.memory.inference.value).toBe(27.11e9);
  expect(vllm?.initTime).toEqual({ kind: 'declared', unit: 's', value: 45, reason: null });
  expect(sglang?.initTime.value).toBe(30);
  expect(sglang?.memoryPhases.map(({ phase, kind, median }) => [phase, kind, median])).toEqual([
    ['empty', 'declared', 5e8],
    ['loaded', 'declared', 27.1e9],
    ['inference', 'declared', 27.1e9],
    ['peak', 'declared', 27.2e9],
  ]);
});

test('the single user has the speed and the response time of the table', () => {
  const { metrics } = stageOf('vLLM', '1-single-user/one-user');
  expect(metrics.requestSpeed).toMatchObject({ kind: 'declared', value: 12.53 });
  expect(metrics.e2e).toMatchObject({ kind: 'declared', count: null, mean: 39_910_000, p50: null });
});

test('the languages have their speed, and the Korean one of vLLM its prompt and its answer', () => {
  const speeds = ['zh', 'ko', 'en'].map((language) =>
    ['vLLM', 'SGLang'].map((target) => stageOf(target, `3-languages/${language}`).metrics.requestSpeed.value),
  );
  expect(speeds).toEqual([
    [80.84, 47.9],
    [78.23, 46.5],
    [82.15, 48.2],
  ]);
  const [excerpt] = stageOf('vLLM', '3-languages/ko').excerpts;
  expect(excerpt).toMatchObject({ language: 'ko', prompt: '봄에 대한 시를 작성하세요', requestSpeed: 78.23 });
  expect(excerpt?.text).toMatch(/^봄의 찬가\n\n벚꽃이[\s\S]+희망과 기대로 가득한 봄이 왔다$/);
});

test('host, deployments, claims and commands are those of the document', () => {
  expect(result.environment).toMatchObject({
    os: 'Linux 6.15.10',
    docker: '24.0.7',
    python: '3.11',
    gpus: [
      { name: 'NVIDIA RTX 5090', memory: 32e9, driver: '555.42.02', cuda: '12.6', computeCapability: '12.0' },
    ],
  });
  expect(targetOf('SGLang')).toMatchObject({
    model: 'Qwen/Qwen3-8B',
    url: 'http://localhost:8002',
    deployment: {
      image: { reference: 'sglang:blackwell-final-v2' },
      command: [
        '--model-path',
        'Qwen/Qwen3-8B',
        '--attention-backend',
        'torch_native',
        '--disable-cuda-graph',
        '--disable-flashinfer',
      ],
    },
  });
  const source = result.source.kind === 'imported' ? result.source : null;
  expect(source?.claims).toHaveLength(9);
  const test = source?.commands.find(({ target, purpose }) => target === 'SGLang' && purpose === 'test');
  expect(test?.text).toMatch(/^curl http:\/\/localhost:8002\/generate [\s\S]*"max_new_tokens": 100\}'$/);
});
