import { parsePlan } from '@kneepoint/core';
import { expect, test } from 'vitest';
import type { DoctorHost } from '../doctor-host.ts';
import { surveyHost } from '../host/check-host.ts';
import { nvidiaSurvey, recordedHost } from '../testing/recorded-host.ts';
import { checkPlan, needsDocker } from './check-plan.ts';

const planOf = (target: string) =>
  parsePlan(
    `version: 1\nname: doctor\ntargets:\n  - ${target}\nsuites:\n  - { kind: single-user, requests: 5, outputTokens: 50 }\n`,
    'plan.yaml',
  );

/** Everything that was found, as `name: outcome or problem`. */
async function found(target: string, changed: Partial<DoctorHost> = {}): Promise<readonly string[]> {
  const host = recordedHost(changed);
  const checks = await checkPlan(planOf(target), host, await surveyHost(host));
  return checks.map((check) =>
    check.outcome === 'problem'
      ? `${check.name}: ${check.weight} ${check.problem.id}`
      : `${check.name}: ${check.outcome}`,
  );
}

const sound = `{ name: vllm, deploy: { docker: { image: "vllm/vllm-openai:v0.32.0", gpus: all, ipc: host, ports: { 8001: 8000 },
      args: [Qwen/Qwen3-8B], volumes: { ~/.cache/huggingface: /root/.cache/huggingface } } } }`;

test('nothing is wrong with a deployment as the engine documents it', async () => {
  expect(await found(sound)).toEqual([
    'arguments: ok',
    'image: ok',
    'container-shared-memory: ok',
    'model-cache: ok',
    'variables: skipped',
    'port: ok',
  ]);
});

test("the reference report's deployments are known problems, errors first", async () => {
  const vllm = `{ name: vllm, engine: vllm, deploy: { docker: { image: "vllm/vllm-openai:latest", gpus: all,
      ports: { 8001: 8000 }, args: [--model, Qwen/Qwen3-8B, --gpu-memory-utilization, "0.95"] } } }`;
  expect(await found(vllm)).toEqual([
    'arguments: advice gpu-memory-share-high',
    'image: advice image-not-pinned',
    'container-shared-memory: advice container-shared-memory-small',
    'model-cache: advice model-cache-not-mounted',
    'variables: skipped',
    'port: ok',
  ]);
  const sglang = `{ name: sglang, engine: sglang, deploy: { docker: { image: "sglang:blackwell-final-v2", gpus: all,
      ports: { 8002: 30000 }, args: [--model-path, Qwen/Qwen3-8B, --attention-backend, torch_native,
      --disable-cuda-graph, --disable-flashinfer] } } }`;
  expect((await found(sglang)).slice(0, 4)).toEqual([
    'arguments: error sglang-disable-flashinfer',
    'arguments: advice sglang-torch-native-attention',
    'arguments: advice sglang-disable-cuda-graph',
    'image: advice image-not-pinned',
  ]);
});

test("its driver is found wanting for its GPU and for today's build", async () => {
  const gpus = async () =>
    nvidiaSurvey({
      name: 'NVIDIA GeForce RTX 5090',
      computeCapability: '12.0',
      driver: '555.42.02',
      cuda: '12.5',
    });
  expect((await found(sound, { gpus })).filter((line) => line.includes('error'))).toEqual([
    'arguments: error blackwell-driver-too-old',
    'arguments: error driver-too-old-for-build',
  ]);
});

test('several GPUs without shared memory do not start', async () => {
  const split = sound.replace('ipc: host, ', '').replace('args: [', 'args: [--tensor-parallel-size, "2", ');
  expect(await found(split)).toContain('container-shared-memory: error container-shared-memory-small');
  expect(await found(split.replace('gpus: all,', 'gpus: all, shmSize: 16g,'))).toContain(
    'container-shared-memory: ok',
  );
});

test('a removed argument counts for the version that the image names, and for latest', async () => {
  const withSwap = sound.replace('args: [', 'args: [--swap-space=4, ');
  expect(await found(withSwap)).toContain('arguments: error vllm-removed-arguments');
  expect(await found(withSwap.replace(':v0.32.0', ''))).toContain('arguments: error vllm-removed-arguments');
  expect(await found(withSwap.replace('v0.32.0', 'v0.6.0'))).toContain('arguments: ok');
});

test('errors come before advice', async () => {
  const both = sound
    .replace('args: [', 'args: [--swap-space=4, ')
    .replace('ipc: host,', 'ipc: host, env: { VLLM_ATTENTION_BACKEND: FLASHINFER },');
  expect((await found(both)).slice(0, 2)).toEqual([
    'arguments: error vllm-removed-arguments',
    'arguments: advice vllm-attention-backend-variable',
  ]);
});

test('variables that the plan reads have to be set', async () => {
  const withToken = sound.replace('ipc: host,', 'ipc: host, env: { HF_TOKEN: { fromEnv: MY_TOKEN } },');
  expect(await found(withToken)).toContain('variables: error secret-variable-missing');
  expect(await found(withToken, { environment: { MY_TOKEN: 'x' } })).toContain('variables: ok');
});

test('a port that something listens on is taken', async () => {
  const taken = { isListening: async (url: string) => url === 'http://127.0.0.1:8001' };
  expect(await found(sound, taken)).toContain('port: error port-in-use');
});

test('a process is looked at, too, and needs no Docker', async () => {
  const process = `{ name: sglang, url: "http://127.0.0.1:8002", deploy: { process: { command: [python3, -m, sglang.launch_server,
      --model-path, m, --disable-flashinfer] } } }`;
  expect(await found(process)).toEqual([
    'arguments: error sglang-disable-flashinfer',
    'variables: skipped',
    'port: ok',
  ]);
  expect(needsDocker(planOf(process))).toBe(false);
  expect(needsDocker(planOf(sound))).toBe(true);
});

test('a server that already runs is not asked here', async () => {
  const running = '{ name: vllm, url: "http://127.0.0.1:8001", apiKeyEnv: VLLM_KEY }';
  expect(await found(running)).toEqual(['deployment: skipped', 'variables: error secret-variable-missing']);
});
