import type { AuditCode, AuditEvidence, AuditFinding } from '@kneepoint/core';

type Evidence = { readonly [Code in AuditCode]: AuditEvidence<Code> };

const argument = {
  target: 'sglang',
  engine: 'sglang',
  argument: '--disable-flashinfer',
  since: '0.5.23',
  replacement: null,
  source: 'https://docs.sglang.io/',
} as const;
const speeds = { target: 'vllm', fromUsers: 5, fromPerUser: 74.328, toUsers: 50, toPerUser: 56.646 };

/** What each rule may find, in its rarer form where there are two. */
const evidence: Evidence = {
  'single-user-slower-than-shared': {
    target: 'vllm',
    singleTokensPerSecond: 12.53,
    shared: null,
    languages: { low: 78.23, high: 82.15 },
    steadyTokensPerSecond: 80.4,
    coldStart: null,
  },
  'winner-rests-on-cold-number': {
    winner: 'sglang',
    loser: 'vllm',
    coldTokensPerSecond: 12.53,
    steadyTokensPerSecond: 80.4,
    winnerTokensPerSecond: 48.6,
    statements: 1,
  },
  'crossover-against-table': {
    winner: 'vllm',
    other: 'sglang',
    statedUsers: 3,
    tableUsers: null,
    steady: { users: 1.2 },
  },
  'claim-against-table': {
    metric: 'e2e.mean',
    users: 5,
    statedWinner: 'vllm',
    statedFactor: 2.7,
    tableWinner: 'sglang',
    tableFactor: 1.31,
  },
  'figures-do-not-follow': { identity: 'requests-in-flight', stated: 50, derived: 32.4, unit: 'requests' },
  'counts-do-not-add-up': { sum: 'dispatched', whole: 100, parts: 97 },
  'ratio-does-not-follow': {
    baseline: 'vllm',
    candidate: 'sglang',
    metric: 'ttft',
    stated: 3.7,
    derived: 2.7,
  },
  'linear-scaling-claim': { ...speeds, share: 0.762 },
  'saturation-claim': {
    target: 'sglang',
    fromUsers: 10,
    fromThroughput: 190.34,
    toUsers: 50,
    toThroughput: 268.17,
    gain: 0.409,
  },
  'per-user-speed-rises': speeds,
  'above-physical-limit': {
    target: 'vllm',
    phase: 'prefill',
    users: 1,
    measured: 150,
    limit: 109.4,
    boundBy: 'compute',
  },
  'memory-below-weights': { target: 'vllm', bytes: 9e9, weightBytes: 16.4e9 },
  'memory-above-gpu': { target: 'vllm', bytes: 40e9, gpuBytes: 32e9 },
  'start-faster-than-weights': {
    target: 'vllm',
    seconds: 0.5,
    weightBytes: 16.4e9,
    leastSeconds: 1.04,
    bytesPerSecond: 15.75e9,
  },
  'share-of-limit': {
    target: 'vllm',
    limit: 109.4,
    weightBytes: null,
    bandwidth: null,
    speeds: [{ tokensPerSecond: 48.6, share: 0.444 }],
  },
  'percentiles-out-of-order': {
    metric: 'ttft',
    lower: 'p50',
    lowerMicros: 95_000,
    upper: 'p99',
    upperMicros: 90_000,
  },
  'mean-outside-range': { metric: 'tokenGap', mean: 12_000, min: null, max: 11_000 },
  'winner-inside-noise': { winner: 'vllm', factor: 1.02, interval: { low: 0.97, high: 1.08 } },
  'percentile-without-samples': { metric: 'ttft', percentile: 0.999, samples: 400, required: 4603, cells: 3 },
  'no-repeats': { targets: 1, stages: 1 },
  'cold-start-inside': { stages: 1, coldMicros: 4_000_000, restMicros: 80_000 },
  'method-not-told': { untold: ['client'] },
  'cached-prompts': { target: 'vllm', share: 0.83 },
  'unequal-lengths': {
    which: 'output',
    lengths: [
      { target: 'vllm', tokens: 128 },
      { target: 'sglang', tokens: 256 },
    ],
    levels: 3,
  },
  'answers-ended-early': { target: 'vllm', askedTokens: 500, meanTokens: 312.5, share: 0.625 },
  'client-limited': {
    verdict: 'invalid',
    reason: { code: 'client-busy', message: '', value: 0.97, limit: 0.95 },
    stages: 1,
  },
  parity: {
    differences: [],
    minor: [
      {
        code: 'server-shared',
        severity: 'note',
        values: [
          { target: 'vllm', value: 'on', state: 'known' },
          { target: 'sglang', value: 'off', state: 'known' },
        ],
        favours: null,
      },
    ],
  },
  'image-not-pinned': { images: [{ target: 'vllm', reference: 'vllm/vllm-openai', problem: 'no-tag' }] },
  'driver-too-old': {
    gpu: 'NVIDIA GeForce RTX 5090',
    computeCapability: '12.0',
    driver: null,
    leastDriver: 570,
    cuda: '12.6',
    leastCuda: '12.8',
  },
  'argument-unknown': argument,
  'argument-deprecated': argument,
  'request-field-ignored': {
    target: null,
    path: '/v1/completions',
    fields: ['max_new_tokens', 'sampling_params'],
    rightForm: '{"max_tokens": N}',
  },
  'workaround-outdated': {
    target: 'sglang',
    workarounds: ['--disable-flashinfer'],
    gpu: 'NVIDIA GeForce RTX 5090',
    computeCapability: '12.0',
    engines: [{ engine: 'vllm', version: '0.32' }],
  },
};

/** A finding of every rule. */
export const exampleFindings: readonly AuditFinding[] = (Object.keys(evidence) as AuditCode[]).map(
  (code) => ({ code, severity: 'warning', where: [], evidence: evidence[code] }) as AuditFinding,
);
