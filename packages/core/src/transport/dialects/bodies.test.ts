import { expect, test } from 'vitest';
import { type DialectName, dialectNames } from '../../plan/dialect-name.ts';
import { allExtensions, type BodyRequest, plainOpenAi } from './dialect.ts';
import { dialectNamed, dialects } from './dialects.ts';

const request: BodyRequest = {
  model: 'm',
  systemText: 'be brief',
  history: [
    { role: 'user', text: 'first' },
    { role: 'assistant', text: 'answer' },
  ],
  text: 'second',
  outputTokens: 9,
};
const first: BodyRequest = { ...request, systemText: null, history: [] };
const bodyOf = (name: DialectName, of: BodyRequest, extensions = allExtensions): Record<string, unknown> =>
  dialectNamed(name).body(of, extensions);

test('the list has every dialect that has a name', () => {
  expect(dialects.map((dialect) => dialect.name)).toEqual(dialectNames);
});

test.each(['openai-chat', 'ollama-chat'] as const)('%s sends the turns before as messages', (name) => {
  expect(bodyOf(name, request)['messages']).toEqual([
    { role: 'system', content: 'be brief' },
    { role: 'user', content: 'first' },
    { role: 'assistant', content: 'answer' },
    { role: 'user', content: 'second' },
  ]);
  expect(bodyOf(name, first)['messages']).toEqual([{ role: 'user', content: 'second' }]);
});

test.each([
  ['openai-completions', 'prompt'],
  ['sglang-generate', 'text'],
  ['llama-cpp', 'prompt'],
  ['tgi', 'inputs'],
] as const)('%s flattens the turns before in their order, without roles', (name, field) => {
  expect(bodyOf(name, request)[field]).toBe('be brief\n\nfirst\n\nanswer\n\nsecond');
  expect(bodyOf(name, first)[field]).toBe('second');
});

test('ollama-generate has a field for the system prompt', () => {
  expect(bodyOf('ollama-generate', request)).toMatchObject({
    system: 'be brief',
    prompt: 'first\n\nanswer\n\nsecond',
  });
  expect(bodyOf('ollama-generate', first)).not.toHaveProperty('system');
});

test('openai-responses sends a text, or items that say their type', () => {
  expect(bodyOf('openai-responses', first)).toMatchObject({ input: 'second' });
  expect(bodyOf('openai-responses', first)).not.toHaveProperty('instructions');
  expect(bodyOf('openai-responses', request)).toMatchObject({
    instructions: 'be brief',
    input: [
      { type: 'message', role: 'user', content: 'first' },
      { type: 'message', role: 'assistant', content: 'answer' },
      { type: 'message', role: 'user', content: 'second' },
    ],
  });
});

test('each format asks for the length in its own field, and streams', () => {
  expect(bodyOf('openai-responses', first)).toMatchObject({
    max_output_tokens: 9,
    stream: true,
    store: false,
  });
  expect(bodyOf('llama-cpp', first)).toMatchObject({ n_predict: 9, stream: true, return_tokens: true });
  expect(bodyOf('tgi', first)).toMatchObject({ parameters: { max_new_tokens: 9, details: true } });
  for (const name of ['ollama-chat', 'ollama-generate'] as const)
    expect(bodyOf(name, first)).toMatchObject({ stream: true, options: { num_predict: 9 } });
});

test('TGI is never sent a temperature: it refuses 0 and decodes greedily without one', () => {
  expect(JSON.stringify(bodyOf('tgi', first))).not.toContain('temperature');
});

test.each(['openai-chat', 'openai-completions'] as const)(
  '%s asks for continuous usage where the server takes it, for the last usage always',
  (name) => {
    expect(bodyOf(name, first)).toMatchObject({
      stream_options: { include_usage: true, continuous_usage_stats: true },
    });
    expect(bodyOf(name, first, plainOpenAi)['stream_options']).toEqual({ include_usage: true });
  },
);

test.each(['openai-responses', 'llama-cpp'] as const)(
  '%s asks for the exact length only where it may',
  (name) => {
    expect(bodyOf(name, first)).toMatchObject({ ignore_eos: true });
    expect(bodyOf(name, first, plainOpenAi)).not.toHaveProperty('ignore_eos');
  },
);
