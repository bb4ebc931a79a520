import { parsePlan, type Result } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import type { Block } from '../model/document.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildTarget } from '../testing/index.ts';
import { deploymentSection } from './deployment-section.ts';

const plan = parsePlan(
  `version: 1
name: two
targets:
  - name: vllm
    engine: vllm
    deploy:
      docker:
        image: vllm/vllm-openai:v0.11.0
        gpus: all
        ports: { 8001: 8000 }
        volumes: { ~/.cache/huggingface: /root/.cache/huggingface }
        args: [--model, Qwen/Qwen3-8B, --enforce-eager]
suites:
  - { kind: single-user, requests: 1, outputTokens: 1 }
`,
  'plan.yaml',
);
const gpu = { name: 'NVIDIA RTX 5090', memory: 32e9, driver: '570', cuda: '12.8', computeCapability: '12.0' };
const target = buildTarget('vllm', {
  engine: 'vllm',
  deployment: {
    kind: 'docker',
    image: { reference: 'vllm/vllm-openai:v0.11.0', digest: 'vllm/vllm-openai@sha256:abc', id: 'sha256:1' },
    command: ['--model', 'Qwen/Qwen3-8B', '--enforce-eager'],
  },
});

function resultOf(changes: Partial<Result> = {}): Result {
  const result = buildResult([], [target], { plan, ...changes });
  return { ...result, environment: { ...result.environment, gpus: [gpu] } };
}
const blocksOf = (result: Result): readonly Block[] =>
  deploymentSection(reportContext(result, catalogues.en));
const codeOf = (result: Result): string[] =>
  blocksOf(result).flatMap((block) => (block.kind === 'code' ? [block.text] : []));
const textOf = (result: Result): string => JSON.stringify(blocksOf(result));

test('a container can be started again with all that its plan says', () => {
  const [run, compose] = codeOf(resultOf());
  expect(run).toBe(
    [
      'docker run --detach',
      '--name vllm',
      '--gpus all',
      '--publish 127.0.0.1:8001:8000',
      '--volume "$HOME"/.cache/huggingface:/root/.cache/huggingface',
      '--stop-timeout 30',
      'vllm/vllm-openai:v0.11.0',
      '--model Qwen/Qwen3-8B --enforce-eager',
    ].join(' \\\n  '),
  );
  expect(compose).toContain('image: vllm/vllm-openai:v0.11.0');
  expect(compose).toContain('capabilities:');
});

test('without a plan the commands are made of what is known, and say so', () => {
  const result = resultOf({ plan: null });
  expect(codeOf(result)[0]).toContain('vllm/vllm-openai@sha256:abc');
  expect(textOf(result)).toContain('Made of the image and the arguments alone');
});

test('a workaround is marked with why, and only where there is a GPU to work around', () => {
  expect(textOf(resultOf())).toContain('Workaround: CUDA graphs are off');
  const withoutGpu = resultOf();
  expect(textOf({ ...withoutGpu, environment: { ...withoutGpu.environment, gpus: [] } })).not.toContain(
    'Workaround',
  );
});

test('a server that already ran says so, and a single target has no parity', () => {
  const text = textOf(buildResult([], [buildTarget('here')]));
  expect(text).toContain('here was already running');
  expect(text).not.toContain('Parity');
});

test('the words of a source stand where it gives a command', () => {
  const result = resultOf({
    source: {
      kind: 'imported',
      format: 'tables',
      tool: null,
      toolVersion: null,
      files: ['report.md'],
      claims: [],
      commands: [{ target: 'vllm', text: 'docker run -p 8001:8000 vllm', purpose: 'deploy' }],
      notes: [],
    },
    plan: null,
  });
  expect(codeOf(result)).toEqual(['docker run -p 8001:8000 vllm']);
  expect(textOf(result)).toContain('As the source gives it');
});
