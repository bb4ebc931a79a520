import { expect, test } from 'vitest';
import { createRedactor, secretsOf } from './redact.ts';

const redactor = createRedactor(['s3cret-value', 's3cret-value-longer', 'abc']);

test.each([
  ['x s3cret-value-longer y', 'x [redacted] y'],
  ['abc is too short to be one', 'abc is too short to be one'],
  ['token hf_abcdefghijklmnopqrstuv', 'token [redacted]'],
  ['authorization: Bearer abc.def-123', 'authorization: Bearer [redacted]'],
  ['serve --api-key hunter2hunter2 --port 1', 'serve --api-key [redacted] --port 1'],
  ['HF_TOKEN=whatever-it-is', 'HF_TOKEN=[redacted]'],
  ['max_tokens=128, MAX_TOKENS = 5', 'max_tokens=128, MAX_TOKENS = 5'],
  ['12 tokens, key figures', '12 tokens, key figures'],
])('%s becomes %s', (text, expected) => {
  expect(redactor.text(text)).toBe(expected);
});

test('data keeps its shape: only texts, and values under secret names, are changed', () => {
  const data = {
    headers: { Authorization: 'x', 'x-api-key': 'y', accept: 'z' },
    env: { HF_TOKEN: 'short', OMP_NUM_THREADS: '4' },
    config: {
      eos_token: '</s>',
      tokenizer: 't',
      nested: [{ text: 'a s3cret-value b' }],
      count: 3,
      none: null,
    },
  };
  expect(redactor.value(data)).toEqual({
    headers: { Authorization: '[redacted]', 'x-api-key': '[redacted]', accept: 'z' },
    env: { HF_TOKEN: '[redacted]', OMP_NUM_THREADS: '4' },
    config: { eos_token: '</s>', tokenizer: 't', nested: [{ text: 'a [redacted] b' }], count: 3, none: null },
  });
});

test('the secrets of an environment are known by their names', () => {
  expect(
    secretsOf({ HF_TOKEN: 'a', MY_API_KEY: 'b', PATH: 'c', db_password: 'd', UNSET_TOKEN: undefined }),
  ).toEqual(['a', 'b', 'd']);
});
