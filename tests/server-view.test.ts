import { afterEach, expect, test } from 'vitest';
import type { OwnStage } from '../packages/core/src/index.ts';
import { closedLoopStage } from './engines/harness/closed-loop-stage.ts';
import { runStages } from './engines/harness/run-stages.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

let simulator: Simulator | null = null;
afterEach(async () => {
  await simulator?.close();
  simulator = null;
});

async function start(...flags: readonly string[]): Promise<Simulator> {
  simulator = await startSimulator(...flags);
  return simulator;
}

const wish = { users: 4, requests: 40, inputTokens: 100, outputTokens: 16 };

async function measure(url: string, stageStarted?: () => void, warmupRequests = 0): Promise<OwnStage> {
  const stages = [closedLoopStage({ ...wish, warmupRequests })];
  const order = { stages, salt: 'salt', ...(stageStarted === undefined ? {} : { stageStarted }) };
  const [stage] = (await runStages(url, order)).stages;
  if (stage === undefined) throw new Error('the run has no stage');
  return stage;
}

const profiles = ['rtx5090-vllm-qwen3-8b', 'rtx5090-sglang-qwen3-8b'];

test.each(profiles)(
  '%s: the view of the server has every request and token, and agrees with the client',
  async (profile) => {
    const { url } = await start('--profile', profile, '--step-ms', '5');
    const stage = await measure(url);
    expect(stage.server).toMatchObject({
      requestsFinished: 40,
      generationTokens: 40 * 16,
      promptTokens: stage.tokens.input,
      missed: 0,
      timeToFirstToken: { count: 40 },
      interTokenLatency: { count: 40 * 15 },
      e2e: { count: 40 },
    });
    expect(stage.server?.offBy.start).toBeLessThanOrEqual(0);
    expect(stage.server?.offBy.end).toBeGreaterThanOrEqual(0);
    expect(stage.crossCheck.map(({ code }) => code)).toEqual([
      'requests',
      'generation-tokens',
      'time-to-first-token',
      'inter-token-latency',
    ]);
    const counts = stage.crossCheck.slice(0, 2);
    expect(counts.map(({ explained }) => explained)).toEqual([true, true]);
  },
);

test('the window has its own counts, from samples near its edges', async () => {
  const { url } = await start('--profile', profiles[0] ?? '', '--step-ms', '5');
  const stage = await measure(url, undefined, 20);
  const { server } = stage;
  expect(server?.requestsFinished).toBe(60);
  // Of those 60, the 20 of the warm-up ended before the window opened, but for the ones in flight.
  expect(server?.window?.requestsFinished).toBeLessThanOrEqual(45);
  expect(server?.window?.requestsFinished).toBeGreaterThanOrEqual(30);
  expect(server?.window?.gauges.running.max).toBeLessThanOrEqual(4);
  expect(server?.series.length).toBeGreaterThanOrEqual(4);
  const instants = server?.series.map(({ at }) => at) ?? [];
  expect(instants).toEqual([...instants].sort((left, right) => left - right));
});

test('somebody else at the server is found, with the number of requests, and lowers the trust', async () => {
  const { url } = await start('--profile', profiles[0] ?? '', '--step-ms', '5');
  const others: Promise<unknown>[] = [];
  const stage = await measure(url, () => {
    for (let index = 0; index < 7; index++) others.push(askOnce(url));
  });
  await Promise.all(others);
  const requests = stage.crossCheck.find(({ code }) => code === 'requests');
  expect(requests).toMatchObject({
    explained: false,
    client: 40,
    server: 47,
    message: 'somebody else used the server during the stage: 7 requests more than ours',
  });
  expect(stage.trust.verdict).not.toBe('valid');
  expect(stage.trust.reasons.map(({ code }) => code)).toContain('server-shared');
});

async function askOnce(url: string): Promise<void> {
  const body = { model: 'Qwen/Qwen3-8B', prompt: 'Hello', max_tokens: 2, ignore_eos: true };
  const answer = await fetch(`${url}/v1/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
}
