import type { SimulatedProfile } from './simulated-profile.ts';

const qwen3 = {
  model: 'Qwen/Qwen3-8B',
  maxModelTokens: 4096,
  tokensPerStep: 1,
  streamInterval: 1,
  kvBlockTokens: 16,
  prefixCaching: true,
  reasoningTokens: 0,
  incrementalOutput: false,
  reportsCachedTokens: true,
  servesAllRoutes: false,
} as const;

/**
 * A server without surprises: 50 ms to the first token, then a token each 10 ms, no queue, whatever the load.
 * It speaks vLLM's dialect and SGLang's `/generate` too.
 */
export const idealProfile: SimulatedProfile = {
  ...qwen3,
  name: 'ideal',
  engine: 'vllm',
  engineVersion: '0.32.0',
  maxModelTokens: 131072,
  timing: {
    kind: 'ideal',
    timeToFirstTokenMicros: 50_000,
    stepMicros: 10_000,
    promptTokenMicros: 0,
    alignSteps: false,
  },
  maxRunning: Number.MAX_SAFE_INTEGER,
  kvCapacityTokens: 0,
  prefixCaching: false,
  reportsCachedTokens: false,
  servesAllRoutes: true,
  roleEventAtOnce: true,
  startupSeconds: 0,
  memory: { emptyGigabytes: 0.5, loadedGigabytes: 16, inferenceGigabytes: 16, peakGigabytes: 16 },
};

/**
 * Qwen3-8B on one RTX 5090 under vLLM. Step times follow from the throughput T at U users in closed loop with 200
 * prompt and 128 output tokens: U * 128 / T = U * 200 * prefill + 128 * step(U), less 1 % for the step that a new request
 * waits for; the first row from 80 tokens/s alone.
 */
const vllmOnRtx5090: SimulatedProfile = {
  ...qwen3,
  name: 'rtx5090-vllm-qwen3-8b',
  engine: 'vllm',
  engineVersion: '0.32.0',
  timing: {
    kind: 'batch',
    stepTime: {
      kind: 'table',
      rows: [
        [1, 12_400],
        [5, 13_150],
        [10, 13_200],
        [20, 16_080],
        [50, 15_900],
        [256, 24_000],
      ],
    },
    prefillTokenMicros: 20,
    prefillChunkTokens: 8192,
  },
  maxRunning: 256,
  kvCapacityTokens: 90_000,
  roleEventAtOnce: false,
  startupSeconds: 45,
  memory: { emptyGigabytes: 0.5, loadedGigabytes: 31.2, inferenceGigabytes: 31.2, peakGigabytes: 31.2 },
};

/** Qwen3-8B on one RTX 5090 under SGLang with PyTorch's own attention and without CUDA graphs: a step grows with its batch. */
const sglangOnRtx5090: SimulatedProfile = {
  ...qwen3,
  name: 'rtx5090-sglang-qwen3-8b',
  engine: 'sglang',
  engineVersion: '0.5.23',
  timing: {
    kind: 'batch',
    stepTime: {
      kind: 'table',
      rows: [
        [1, 20_700],
        [5, 35_900],
        [10, 51_000],
        [20, 85_600],
        [50, 178_600],
      ],
    },
    prefillTokenMicros: 100,
    prefillChunkTokens: 8192,
  },
  maxRunning: 128,
  kvCapacityTokens: 60_000,
  roleEventAtOnce: false,
  startupSeconds: 30,
  memory: { emptyGigabytes: 0.5, loadedGigabytes: 27.1, inferenceGigabytes: 27.1, peakGigabytes: 27.2 },
};

/** The profiles by name. */
export const profiles = {
  ideal: idealProfile,
  'rtx5090-vllm-qwen3-8b': vllmOnRtx5090,
  'rtx5090-sglang-qwen3-8b': sglangOnRtx5090,
} as const satisfies Record<string, SimulatedProfile>;

/** A profile's name. */
export type ProfileName = keyof typeof profiles;

/** Whether a text names a profile. */
export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}
