import { expect, test } from 'vitest';
import { physicalLimitSchema } from '../../result/analysis/physical-limit-schema.ts';
import type { Result, Target } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { scalingResult, scalingStage, scalingStages } from '../scaling/testing/scaling-result.ts';
import { physicalLimitsOf } from './physical-limits-of.ts';

type Gpu = Result['environment']['gpus'][number];

const rtx5090: Gpu = {
  name: 'NVIDIA GeForce RTX 5090',
  memory: 32 * 2 ** 30,
  driver: '570.86.10',
  cuda: '12.8',
  computeCapability: '12.0',
};

type Choice = { readonly gpus?: readonly Gpu[]; readonly target?: Partial<Target>; readonly url?: string };

function limitsOf(stages: readonly Stage[], { gpus = [rtx5090], target = {} }: Choice = {}) {
  const result = scalingResult(stages);
  const limits = physicalLimitsOf({
    stages: result.stages,
    targets: result.targets.map((one) => ({
      ...one,
      model: 'Qwen/Qwen3-8B',
      url: 'http://127.0.0.1:8001',
      ...target,
    })),
    environment: {
      host: null,
      os: null,
      kernel: null,
      cpu: null,
      memory: null,
      gpus: [...gpus],
      docker: null,
      python: null,
      limits: { cores: null, memory: null },
      reasons: {},
    },
    source: { kind: 'measured' },
  });
  for (const limit of limits) expect(physicalLimitSchema.parse(limit)).toEqual(limit);
  return limits;
}

const oneUser = (requestSpeed: number): Stage[] => [scalingStage('a', 1, 1, { requestSpeed })];
const shape: NonNullable<Target['modelShape']> = {
  revision: null,
  architecture: 'Qwen3ForCausalLM',
  dtype: 'bfloat16',
  quantization: 'none',
  layers: 36,
  hiddenSize: 4096,
  heads: 32,
  keyValueHeads: 8,
  headSize: 128,
  vocabulary: 151_936,
  parameters: 8_190_735_360,
  reasons: {},
};
const started = (...words: readonly string[]): NonNullable<Target['deployment']> => ({
  kind: 'process',
  command: ['serve', ...words],
});

test.each([
  [80, 0.73],
  [48.6, 0.44],
  [12.53, 0.11],
])('%d tok/s of one user of Qwen3-8B on an RTX 5090 is %d of the limit', (speed, share) => {
  const [limit] = limitsOf(oneUser(speed));
  expect(limit).toMatchObject({
    phase: 'decode',
    metric: 'requestSpeed',
    boundBy: 'bandwidth',
    reason: 'context-unknown',
  });
  expect(limit?.limit).toBeCloseTo(109.4, 1);
  expect(limit?.share).toBeCloseTo(share, 2);
  expect(limit?.inputs).toMatchObject({ weightBytes: 16_381_470_720, bandwidth: 1792e9, accelerators: 1 });
});

test('a speed above the limit is above a share of 1, and stays visible', () => {
  expect(limitsOf(oneUser(150))[0]?.share).toBeCloseTo(1.37, 2);
});

test('the context of the answers is read too', () => {
  const [stage] = scalingStages('a', { 50: [2832.3] });
  if (stage === undefined) throw new Error('there is a stage');
  const lengths = {
    input: { ...stage.lengths.input, mean: 200 },
    output: { ...stage.lengths.output, mean: 128 },
  };
  const [limit] = limitsOf([{ ...stage, lengths }]);
  expect(limit).toMatchObject({ context: 264, metric: 'outputThroughput', reason: null });
  expect(limit?.limit).toBeCloseTo(50 / ((16_381_470_720 + 50 * 264 * 147_456) / 1792e9), 6);
});

test("the model's own files win over the table, and are enough for an unknown name", () => {
  const [limit] = limitsOf(oneUser(10), {
    target: { model: 'somebody/else', modelShape: { ...shape, parameters: 4_000_000_000 } },
  });
  expect(limit?.inputs).toMatchObject({ parameters: 4_000_000_000, weightBytes: 8e9 });
});

test('files of a known model that count other parameters win over its entry in the table', () => {
  const [limit] = limitsOf(oneUser(10), { target: { modelShape: { ...shape, parameters: 8_000_000_000 } } });
  expect(limit?.inputs).toMatchObject({ parameters: 8_000_000_000, weightBytes: 16e9 });
});

test("a stand-in under a known model's name is not taken for it", () => {
  const [limit] = limitsOf(oneUser(10), {
    target: { modelShape: { ...shape, layers: 4, parameters: null } },
  });
  expect(limit).toMatchObject({ limit: null, reason: 'model-unknown' });
});

test('weights take the bits that were asked for; a method whose bits are open is unknown', () => {
  const fp8 = limitsOf(oneUser(10), { target: { deployment: started('--quantization', 'fp8') } });
  expect(fp8[0]?.inputs.weightBytes).toBe(8_190_735_360);
  const open = limitsOf(oneUser(10), { target: { deployment: started('--quantization=bitsandbytes') } });
  expect(open[0]).toMatchObject({ limit: null, reason: 'weights-unknown' });
});

test('several GPUs count as far as the command says that the model is spread over them', () => {
  const gpus = [rtx5090, rtx5090];
  expect(limitsOf(oneUser(10), { gpus })[0]).toMatchObject({ reason: 'accelerator-count-unknown' });
  const two = limitsOf(oneUser(10), { gpus, target: { deployment: started('--tensor-parallel-size', '2') } });
  expect(two[0]?.inputs).toMatchObject({ accelerators: 2, bandwidth: 2 * 1792e9 });
  expect(limitsOf(oneUser(10), { gpus, target: { deployment: started() } })[0]?.inputs.accelerators).toBe(1);
});

test.each([
  ['no GPU', { gpus: [] }, 'no-accelerator'],
  ['the simulated server', { target: { simulated: true } }, 'simulated'],
  ['a server elsewhere', { target: { url: 'http://10.0.0.7:8000' } }, 'other-host'],
  ['an unknown GPU', { gpus: [{ ...rtx5090, name: 'NVIDIA Something' }] }, 'accelerator-unknown'],
  ['a model of nobody', { target: { model: null } }, 'model-unknown'],
  ['GPUs of two kinds', { gpus: [rtx5090, { ...rtx5090, name: 'NVIDIA L4' }] }, 'accelerators-differ'],
] as const)('%s has one entry without a limit and says why', (_, choice, reason) => {
  const limits = limitsOf(scalingStages('a', { 1: [10], 5: [50] }), choice);
  expect(limits).toHaveLength(1);
  expect(limits[0]).toMatchObject({ limit: null, share: null, reason });
});

test('without an accelerator what is known of the model is told all the same', () => {
  expect(limitsOf(oneUser(10), { gpus: [] })[0]?.inputs).toMatchObject({
    accelerator: null,
    parameters: 8_190_735_360,
    weightBytes: 16_381_470_720,
  });
});

test('a step that may yield several tokens has no such limit', () => {
  const [limit] = limitsOf(oneUser(300), {
    target: { deployment: started('--speculative-config', '{"method":"ngram"}') },
  });
  expect(limit).toMatchObject({ limit: null, share: null, measured: 300, reason: 'speculative-decoding' });
});

test('a mixture of experts reads its active weights; of an unknown one nothing is guessed', () => {
  const [known] = limitsOf(oneUser(100), { target: { model: 'Qwen/Qwen3-30B-A3B' } });
  expect(known?.inputs.weightBytes).toBe(2 * 3_353_032_704);
  const [unknown] = limitsOf(oneUser(100), {
    target: { model: 'x/y', modelShape: { ...shape, architecture: 'Qwen3MoeForCausalLM' } },
  });
  expect(unknown).toMatchObject({ limit: null, reason: 'experts-unknown' });
});

test("one user's prefill is estimated from the time to first token, less what came from the cache", () => {
  const stage = scalingStage('a', 1, 1, { requestSpeed: 80, ttft: 100_000 });
  const long = {
    ...stage,
    lengths: { ...stage.lengths, input: { ...stage.lengths.input, mean: 4000 } },
    tokens: { ...stage.tokens, cached: 100_000 },
  };
  const prefill = limitsOf([long]).find(({ phase }) => phase === 'prefill');
  // 100,000 cached tokens over 100 requests leave 3,000 of 4,000 to compute.
  expect(prefill).toMatchObject({ kind: 'estimated', metric: 'ttft', measured: 30_000, boundBy: 'compute' });
  expect(prefill?.limit).toBeCloseTo(209.5e12 / (2 * (8_190_735_360 - 151_936 * 4096)), 3);
});
