import { expect, test } from 'vitest';
import { makeEngine } from '../answering/make-engine.ts';
import { runClosedLoop } from '../engine/virtual-closed-loop.ts';
import { profiles } from './profiles.ts';

/** Published output throughput (tokens/s) of one RTX 5090 with Qwen3-8B, by concurrent users. */
const reference = [
  ['rtx5090-vllm-qwen3-8b', 5, 371.64],
  ['rtx5090-vllm-qwen3-8b', 10, 731.96],
  ['rtx5090-vllm-qwen3-8b', 20, 1185.61],
  ['rtx5090-vllm-qwen3-8b', 50, 2832.3],
  ['rtx5090-sglang-qwen3-8b', 5, 136.23],
  ['rtx5090-sglang-qwen3-8b', 10, 190.34],
  ['rtx5090-sglang-qwen3-8b', 20, 225.48],
  ['rtx5090-sglang-qwen3-8b', 50, 268.17],
] as const;

test.each(reference)('%s serves %i users with %f tokens/s, within 5 %%', (name, users, expected) => {
  const outcome = runClosedLoop(makeEngine(profiles[name]), {
    users,
    requestsPerUser: 20,
    promptTokens: 208,
    outputTokens: 128,
    turnaroundMicros: 1_000,
  });
  expect(outcome.tokens).toBe(users * 20 * 128);
  expect(outcome.tokensPerSecond / expected).toBeGreaterThan(0.95);
  expect(outcome.tokensPerSecond / expected).toBeLessThan(1.05);
});

test.each([
  ['rtx5090-vllm-qwen3-8b', 80],
  ['rtx5090-sglang-qwen3-8b', 48],
] as const)('%s gives a single warm user %i tokens/s, within 3 %%', (name, expected) => {
  const outcome = runClosedLoop(makeEngine(profiles[name]), {
    users: 1,
    requestsPerUser: 5,
    promptTokens: 40,
    outputTokens: 500,
    turnaroundMicros: 1_000,
  });
  expect(outcome.requestSpeed / expected).toBeGreaterThan(0.97);
  expect(outcome.requestSpeed / expected).toBeLessThan(1.03);
});
