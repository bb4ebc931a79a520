import { expect, test } from 'vitest';
import { findModel, models } from './find-model.ts';
import { flopsPerToken, keyValueElementsPerToken, keyValueElementsRead } from './model-cost.ts';

function found(id: string): [string, number] | null {
  const hit = findModel(id);
  return hit === null ? null : [hit.model.id, hit.weightBits];
}

function modelOf(id: string) {
  const hit = findModel(id);
  if (hit === null) throw new Error(`${id} is not in the tables`);
  return hit.model;
}

test('a model is found by its id, a path, and the names of its variants', () => {
  expect(found('Qwen/Qwen3-8B')).toEqual(['Qwen/Qwen3-8B', 16]);
  expect(found('/models/qwen3-8b/')).toEqual(['Qwen/Qwen3-8B', 16]);
  expect(found('meta-llama/Llama-3.1-8B-Instruct')).toEqual(['meta-llama/Llama-3.1-8B', 16]);
  expect(found('meta-llama/Meta-Llama-3.1-8B-Instruct')).toEqual(['meta-llama/Llama-3.1-8B', 16]);
  expect(found('Qwen/Qwen3-30B-A3B-Instruct-2507')).toEqual(['Qwen/Qwen3-30B-A3B', 16]);
  expect(found('google/gemma-3-27b-it')).toEqual(['google/gemma-3-27b', 16]);
});

test('a quantized variant has the shape of its model and fewer bits', () => {
  expect(found('Qwen/Qwen3-8B-FP8')).toEqual(['Qwen/Qwen3-8B', 8]);
  expect(found('Qwen/Qwen3-8B-AWQ')).toEqual(['Qwen/Qwen3-8B', 4]);
  expect(found('deepseek-ai/DeepSeek-V3')).toEqual(['deepseek-ai/DeepSeek-V3', 8]);
});

test('an unknown model is not taken for its neighbour', () => {
  expect(found('Qwen/Qwen3-8B-VL')).toBeNull();
  expect(found('Qwen/Qwen3-9B')).toBeNull();
  expect(found('llama')).toBeNull();
});

test('parameters are those that the authors publish', () => {
  const published = {
    'Qwen/Qwen3-8B': 8_190_735_360,
    'meta-llama/Llama-3.1-8B': 8_030_261_248,
    'meta-llama/Llama-3.1-70B': 70_553_706_496,
    'mistralai/Mixtral-8x7B-v0.1': 46_702_792_704,
    'microsoft/phi-4': 14_659_507_200,
  };
  for (const [id, parameters] of Object.entries(published)) expect(modelOf(id).parameters).toBe(parameters);
});

test('a mixture of experts computes with its active parameters only', () => {
  expect(modelOf('Qwen/Qwen3-30B-A3B').activeParameters / 1e9).toBeCloseTo(3.35, 2);
  expect(flopsPerToken(modelOf('mistralai/Mixtral-8x7B-v0.1')) / 1e9).toBeCloseTo(25.5, 1);
});

test('compressed keys and values and sliding windows keep less', () => {
  expect(keyValueElementsPerToken(modelOf('deepseek-ai/DeepSeek-V3'))).toBe(61 * 576);
  const gemma = modelOf('google/gemma-3-4b');
  expect(keyValueElementsRead(gemma, 512)).toBe(512 * keyValueElementsPerToken(gemma));
  // 5 of 34 layers see all of 8,192 tokens, 29 the last 1,024.
  expect(keyValueElementsRead(gemma, 8192)).toBe((5 * 8192 + 29 * 1024) * 2 * 4 * 256);
});

test('every model names its source and counts what it needs', () => {
  for (const model of models) {
    expect(model.source).toMatch(/^https:\/\//);
    expect(model.activeParameters).toBeLessThanOrEqual(model.parameters);
    expect(model.sliding?.layers ?? 0).toBeLessThan(model.layers);
    expect(findModel(model.id)?.model).toBe(model);
  }
});
