import { readFileSync } from 'node:fs';
import { parseResult, type Result } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { knownProblemsOf } from './known-problems-of.ts';

const name = new URL('../../../../examples/vllm-vs-sglang-cpu/output/result.json', import.meta.url);
const measured = parseResult(readFileSync(name, 'utf8'), 'the example');

/** The example as if it had run on a GPU, with these arguments for its second target. */
function onGpu(argumentsOfSglang: readonly string[], driver: string): Result {
  const gpu = {
    name: 'NVIDIA GeForce RTX 5090',
    memory: 34e9,
    driver,
    cuda: '12.5',
    computeCapability: '12.0',
  };
  const targets = measured.targets.map((target) =>
    target.engine === 'sglang'
      ? { ...target, deployment: { kind: 'process' as const, command: [...argumentsOfSglang] } }
      : target,
  );
  return { ...measured, environment: { ...measured.environment, gpus: [gpu] }, targets };
}

const found = (result: Result): readonly string[] =>
  knownProblemsOf(result)
    .filter(({ relation }) => relation === 'announced')
    .map(({ id, target, weight }) => `${weight} ${id} (${target ?? 'host'})`);

test('arguments concern the target that has them, a driver concerns the host, and errors come first', () => {
  const problems = found(onGpu(['python3', '--disable-flashinfer', '--disable-cuda-graph'], '555.42.02'));
  expect(problems[0]).toMatch(/^error /);
  expect(problems).toContain('error sglang-disable-flashinfer (sglang)');
  expect(problems).toContain('advice sglang-disable-cuda-graph (sglang)');
  expect(problems).toContain('error blackwell-driver-too-old (host)');
});

test('a sound host has none that is announced, but those that people meet most are told', () => {
  const problems = knownProblemsOf(measured);
  expect(problems.filter(({ relation, weight }) => relation === 'announced' && weight === 'error')).toEqual(
    [],
  );
  expect(problems.filter(({ relation }) => relation === 'common').map(({ id }) => id)).toContain(
    'slow-start',
  );
  expect(problems.map(({ id }) => id)).not.toContain('cuda-out-of-memory');
});

test('simulated servers have no known problems', () => {
  const targets = measured.targets.map((target) => ({ ...target, simulated: true }));
  expect(knownProblemsOf({ ...measured, targets })).toEqual([]);
});
