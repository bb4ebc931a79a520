import { expect, test } from 'vitest';
import { readNativeFacts } from './native-facts.ts';

const silent = { ollamaVersion: null, ollamaTags: null, llamaProps: null, tgiInfo: null };
const tags = {
  models: [{ name: 'qwen3:8b', model: 'qwen3:8b', size: 5 }, { name: 'gemma3:4b' }, { size: 1 }],
};
const props = {
  default_generation_settings: { n_ctx: 4096, params: { temperature: 0.8 } },
  total_slots: 4,
  model_path: '/home/ada/models/Qwen3-8B-Q4_K_M.gguf',
  build_info: 'b6700-1a2b3c4',
  chat_template: '{{ messages }}',
};

test('a server without any of the routes is none of them', () => {
  expect(readNativeFacts(silent)).toBe(null);
  expect(readNativeFacts({ ...silent, ollamaVersion: { version: '0.12.3' } })).toBe(null);
  expect(readNativeFacts({ ...silent, ollamaTags: tags })).toBe(null);
  expect(readNativeFacts({ ...silent, llamaProps: { models: [] }, tgiInfo: { name: 'shop' } })).toBe(null);
});

test('Ollama says its version and lists its models', () => {
  expect(readNativeFacts({ ...silent, ollamaVersion: { version: '0.12.3' }, ollamaTags: tags })).toEqual({
    api: 'ollama',
    version: '0.12.3',
    models: [
      { id: 'qwen3:8b', maxModelLength: null },
      { id: 'gemma3:4b', maxModelLength: null },
    ],
    config: null,
  });
});

test('llama.cpp says slots and context; its model is the file, without the folders of the server', () => {
  expect(readNativeFacts({ ...silent, llamaProps: props, ollamaTags: tags })).toEqual({
    api: 'llama-cpp',
    version: 'b6700-1a2b3c4',
    models: [{ id: 'Qwen3-8B-Q4_K_M', maxModelLength: 4096 }],
    config: { total_slots: 4, n_ctx: 4096 },
  });
  const shim = { ...silent, llamaProps: props, ollamaTags: tags, ollamaVersion: { version: '0.12.3' } };
  expect(readNativeFacts(shim)?.api).toBe('llama-cpp');
  const named = { ...props, model_alias: 'qwen3' };
  expect(readNativeFacts({ ...silent, llamaProps: named })?.models[0]?.id).toBe('qwen3');
});

test('TGI says its model and its limits, and what it does not say stays out', () => {
  const info = {
    model_id: 'Qwen/Qwen3-8B',
    model_dtype: 'bfloat16',
    model_device_type: null,
    max_concurrent_requests: 128,
    max_input_length: 2047,
    max_total_tokens: 4096,
    version: '3.3.5',
    docker_label: 'sha-1',
  };
  expect(readNativeFacts({ ...silent, tgiInfo: info })).toEqual({
    api: 'tgi',
    version: '3.3.5',
    models: [{ id: 'Qwen/Qwen3-8B', maxModelLength: 4096 }],
    config: {
      model_dtype: 'bfloat16',
      max_concurrent_requests: 128,
      max_input_tokens: 2047,
      max_total_tokens: 4096,
    },
  });
});
