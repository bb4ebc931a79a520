import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelFactsSchema } from './host-facts-schema.ts';
import { localFiles } from './host-files.ts';
import { readModelFacts } from './model-facts.ts';
import { recordedFiles } from './testing/recorded-files.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const qwen = {
  architectures: ['Qwen3ForCausalLM'],
  head_dim: 128,
  hidden_size: 4096,
  max_position_embeddings: 40_960,
  num_attention_heads: 32,
  num_hidden_layers: 36,
  num_key_value_heads: 8,
  torch_dtype: 'bfloat16',
  vocab_size: 151_936,
};
const cache = '/cache/hub/models--Qwen--Qwen3-8B';
const snapshot = `${cache}/snapshots/b968826d`;
const cached = {
  [`${cache}/refs/main`]: 'b968826d',
  [`${snapshot}/config.json`]: JSON.stringify(qwen),
  [`${snapshot}/model.safetensors.index.json`]: JSON.stringify({
    metadata: { total_size: 100 },
    weight_map: { a: 'model-1.safetensors', b: 'model-2.safetensors', c: 'model-1.safetensors' },
  }),
  [`${snapshot}/model-1.safetensors`]: JSON.stringify({
    __metadata__: { format: 'pt' },
    a: { dtype: 'BF16', shape: [3, 5], data_offsets: [0, 30] },
    c: { dtype: 'BF16', shape: [7], data_offsets: [30, 44] },
  }),
  [`${snapshot}/model-2.safetensors`]: JSON.stringify({ b: { dtype: 'BF16', shape: [2, 2, 2] } }),
};
const ask = (files: Record<string, string | null>, model = 'Qwen/Qwen3-8B', revision: string | null = null) =>
  readModelFacts(recordedFiles(files), { model, revision, cacheFolder: '/cache' });

test("a model in Hugging Face's cache is told with the commit that its branch was at", () => {
  const facts = ask(cached);
  expect(modelFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    id: 'Qwen/Qwen3-8B',
    revision: { value: 'b968826d' },
    architecture: { value: 'Qwen3ForCausalLM', source: 'config.json' },
    dtype: { value: 'bfloat16' },
    quantization: { value: 'none' },
    layers: { value: 36 },
    hiddenSize: { value: 4096 },
    heads: { value: 32 },
    keyValueHeads: { value: 8 },
    headSize: { value: 128 },
    vocabulary: { value: 151_936 },
    maxPositions: { value: 40_960 },
    parameters: { value: 3 * 5 + 7 + 2 * 2 * 2, source: 'shapes in the headers of the weights' },
  });
});

test('a model in a folder of its own publishes the name of the folder and nothing above it', () => {
  const facts = ask(
    { '/home/somebody/models/tiny/config.json': JSON.stringify(qwen) },
    '/home/somebody/models/tiny/',
  );
  expect(facts.id).toBe('tiny');
  expect(facts.layers.value).toBe(36);
  expect(facts.parameters.reason).toBe('the weights: no such file');
  expect(JSON.stringify(facts)).not.toContain('somebody');
});

test('a head size that is not written follows from the hidden size, and says so', () => {
  const { head_dim: _, num_key_value_heads: __, ...older } = qwen;
  const facts = ask({ ...cached, [`${snapshot}/config.json`]: JSON.stringify(older) });
  expect(facts.headSize).toEqual({
    value: 128,
    source: 'config.json: hidden_size / num_attention_heads',
    reason: null,
  });
  expect(facts.keyValueHeads.value).toBe(32);
});

test('a model that sees too has its language shape inside; quantized weights are not counted by their shapes', () => {
  const { architectures, ...shape } = qwen;
  const config = { architectures, text_config: shape, quantization_config: { quant_method: 'awq', bits: 4 } };
  const facts = ask({ ...cached, [`${snapshot}/config.json`]: JSON.stringify(config) });
  expect(facts).toMatchObject({
    layers: { value: 36 },
    quantization: { value: 'awq' },
    dtype: { value: 'bfloat16' },
  });
  expect(facts.parameters.reason).toContain('packed');
});

test('a cache that is compressed over all heads has no number of heads that would tell its size', () => {
  const config = JSON.stringify({ ...qwen, head_dim: undefined, kv_lora_rank: 512 });
  const facts = ask({ ...cached, [`${snapshot}/config.json`]: config });
  expect(facts.keyValueHeads.reason).toBe('the cache is compressed over all heads');
  expect(facts.headSize.value).toBeNull();
});

test.each([
  ['../../etc/passwd', null],
  ['..', null],
  ['Qwen/Qwen3-8B', '../../../../etc'],
  ['Qwen/Qwen3-8B', '/etc'],
])('%s at revision %s leads nowhere outside of the cache', (model, revision) => {
  const seen: string[] = [];
  const files = {
    ...recordedFiles(cached),
    read(path: string) {
      seen.push(path);
      return recordedFiles(cached).read(path);
    },
  };
  const facts = readModelFacts(files, { model, revision, cacheFolder: '/cache' });
  expect(facts.layers.value).toBeNull();
  expect(seen.filter((path) => !path.startsWith('/cache/') || path.includes('..'))).toEqual([]);
});

test('an index that names weights outside of the folder is not followed', () => {
  const index = JSON.stringify({ weight_map: { a: '../../../secret.safetensors' } });
  const facts = ask({ ...cached, [`${snapshot}/model.safetensors.index.json`]: index });
  expect(facts.parameters).toMatchObject({ value: null, reason: 'there are no weights' });
});

test('a model that is not on this host is unknown but for its id', () => {
  const facts = ask({});
  expect(modelFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    id: 'Qwen/Qwen3-8B',
    layers: { value: null, reason: 'the model is not in the cache' },
  });
});

test('of real weights the header alone is read', () => {
  const folder = temporaryFolder('model');
  const header = Buffer.from(JSON.stringify({ a: { dtype: 'F32', shape: [4, 2], data_offsets: [0, 32] } }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(qwen));
  writeFileSync(join(folder, 'model.safetensors'), Buffer.concat([length, header, Buffer.alloc(32)]));
  const facts = readModelFacts(localFiles, { model: folder, revision: null, cacheFolder: null });
  expect(facts.parameters.value).toBe(8);
  writeFileSync(join(folder, 'model.safetensors'), Buffer.alloc(32, 0xff));
  const broken = readModelFacts(localFiles, { model: folder, revision: null, cacheFolder: null });
  expect(broken.parameters.reason).toBe('the weights: it is no safetensors file');
});
