import { expect, test } from 'vitest';
import type { Target } from '../../../result/result-file.ts';
import { auditedResult, blackwell, evidenceOf, figureOf, levelStage } from '../testing/audited-result.ts';

/** Qwen3-8B in bf16 on a GPU with 1,792 GB/s: 16.4 GB of weights, at most 109 tok/s for one user. */
const model = { model: 'Qwen/Qwen3-8B' };
const only = (changes: Partial<Target> = {}) => [
  { name: 'one', engine: 'vllm' as const, ...model, ...changes },
];
const gpus = [blackwell];
const memory = (bytes: number): Partial<Target> => {
  const figure = figureOf(bytes, 'bytes');
  return { memory: { empty: figure, loaded: figure, inference: figure, peak: figure } };
};

test('a single user cannot be faster than the bandwidth lets the weights be read', () => {
  const found = (speed: number) =>
    evidenceOf(
      'above-physical-limit',
      auditedResult({ gpus, targets: only(), stages: [levelStage('one', 1, speed)] }),
    );
  expect(found(100)).toEqual([]);
  const [above] = found(150);
  expect(above).toMatchObject({
    target: 'one',
    phase: 'decode',
    users: 1,
    measured: 150,
    boundBy: 'bandwidth',
  });
  expect(above?.limit).toBeCloseTo(109.4, 0);
});

test('nothing is said of an unknown GPU or model, or of a simulated server', () => {
  const stages = [levelStage('one', 1, 150)];
  const unknownGpu = [{ ...blackwell, name: 'GPU of tomorrow' }];
  expect(
    evidenceOf('above-physical-limit', auditedResult({ gpus: unknownGpu, targets: only(), stages })),
  ).toEqual([]);
  const unknownModel = only({ model: 'somebody/own-model' });
  expect(evidenceOf('above-physical-limit', auditedResult({ gpus, targets: unknownModel, stages }))).toEqual(
    [],
  );
});

test('the share of the limit is told for the single user, and for the steady speed where that one is cold', () => {
  const warm = auditedResult({ gpus, targets: only(), stages: [levelStage('one', 1, 48.6)] });
  const [share] = evidenceOf('share-of-limit', warm);
  expect(share?.speeds).toHaveLength(1);
  expect(share?.speeds[0]?.share).toBeCloseTo(0.444, 2);
  const cold = [levelStage('one', 1, 12.53), levelStage('one', 5, 371.64)];
  const [both] = evidenceOf('share-of-limit', auditedResult({ gpus, targets: only(), stages: cold }));
  expect(both?.speeds.map(({ tokensPerSecond }) => Math.round(tokensPerSecond))).toEqual([74, 13]);
  expect(evidenceOf('share-of-limit', auditedResult({ targets: only(), stages: cold }))).toEqual([]);
});

test('memory in use is not below the weights', () => {
  const stages = [levelStage('one', 1, 50)];
  const found = (bytes: number, more: Partial<Target> = {}) =>
    evidenceOf(
      'memory-below-weights',
      auditedResult({ gpus, stages, targets: only({ ...memory(bytes), ...more }) }),
    );
  expect(found(27e9)).toEqual([]);
  expect(found(9e9)).toMatchObject([{ target: 'one', bytes: 9e9 }]);
  expect(found(9e9, { simulated: true })).toEqual([]);
});

test('memory in use is not above what the GPU has, whether its GB are 10^9 or 2^30 bytes', () => {
  const found = (bytes: number) =>
    evidenceOf('memory-above-gpu', auditedResult({ gpus, targets: only(memory(bytes)) }));
  expect(found(31.2e9)).toEqual([]);
  expect(found(33.5e9)).toEqual([]);
  expect(found(40e9)).toEqual([{ target: 'one', bytes: 40e9, gpuBytes: 32e9 }]);
  expect(evidenceOf('memory-above-gpu', auditedResult({ targets: only(memory(40e9)) }))).toEqual([]);
});

test('a start is not shorter than reading the weights from the fastest disk', () => {
  const stages = [levelStage('one', 1, 50)];
  const found = (seconds: number) =>
    evidenceOf(
      'start-faster-than-weights',
      auditedResult({ gpus, stages, targets: only({ initTime: figureOf(seconds, 's') }) }),
    );
  expect(found(30)).toEqual([]);
  expect(found(1.1)).toEqual([]);
  const [fast] = found(0.5);
  expect(fast).toMatchObject({ target: 'one', seconds: 0.5 });
  expect(fast?.leastSeconds).toBeCloseTo(1.04, 2);
});
