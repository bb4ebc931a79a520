import { expect, test } from 'vitest';
import { promptOf, promptOfMessages } from '../dialects/prompt.ts';
import { answerTo } from './answer-text.ts';
import { countPromptTokens, promptPieces } from './prompt-tokens.ts';

// Counts that the real Qwen3 tokenizer gave in recorded answers.
test.each([
  ['Hello there', 2],
  ['Hello there, world', 4],
  ['Count to ten.', 4],
  ['word '.repeat(5_000), 5_001],
])('%j has as many tokens as the real tokenizer counts', (text, count) => {
  expect(countPromptTokens(text)).toBe(count);
});

test('a chat template adds eight tokens to a single message', () => {
  const messages = [{ role: 'user', content: 'What is the weather in Paris?' }];
  expect(promptOfMessages(messages, null)?.tokens).toBe(15);
  expect(promptOfMessages(messages, 4)?.tokens).toBe(15);
});

test('counting and splitting agree, and pieces join to the text', () => {
  const texts = [
    '봄에 대한 시를 작성하세요',
    '写一首 关于春天的诗。',
    'a  b\n\n c',
    'internationalization',
    '😀 x',
    '',
  ];
  for (const text of texts) {
    const pieces = promptPieces(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces).toHaveLength(countPromptTokens(text));
  }
});

test('prompts share the hashes of their common blocks and no others', () => {
  const system = 'You are a careful assistant. '.repeat(10);
  const first = promptOf(`${system}${'one question here '.repeat(9)}`, 8)?.hashes ?? [];
  const second = promptOf(`${system}${'another matter altogether '.repeat(9)}`, 8)?.hashes ?? [];
  const shared = Math.floor(countPromptTokens(system) / 8);
  expect(first.slice(0, shared)).toEqual(second.slice(0, shared));
  expect(first.at(-1)).not.toBe(second.at(-1));
  expect(new Set(first).size).toBe(first.length);
});

test('natural lengths are spread and depend on the prompt', () => {
  const lengths = Array.from({ length: 200 }, (_, index) => answerTo(`prompt ${index}`, 1).naturalTokens);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(24);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(900);
  expect(new Set(lengths).size).toBeGreaterThan(80);
});
