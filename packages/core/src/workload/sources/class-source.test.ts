import { expect, test } from 'vitest';
import { fixedNumber } from '../../plan/number-distribution.ts';
import type { RequestClass } from '../../plan/prompt-plan.ts';
import { createRequestSource } from '../create-request-source.ts';
import { sourceOptions } from '../testing/source-options.ts';

const chat: RequestClass = {
  name: 'chat',
  weight: 3,
  language: 'ko',
  inputTokens: null,
  outputTokens: fixedNumber(50),
};
const summary: RequestClass = {
  name: 'summary',
  weight: 1,
  language: 'en',
  inputTokens: fixedNumber(1000),
  outputTokens: { kind: 'uniform', min: 10, max: 20 },
};
const of = (...classes: RequestClass[]) => ({
  ...sourceOptions,
  prompts: { kind: 'classes' as const, classes },
});
const many = (count: number) => Array.from({ length: count }, (_, index) => index);

test('classes come by their weights, the same for a seed', () => {
  const source = createRequestSource(of(chat, summary));
  const names = many(8000).map((index) => source.request(index).requestClass);
  expect(Math.abs(names.filter((name) => name === 'chat').length / 8000 - 0.75)).toBeLessThan(0.02);
  const again = createRequestSource(of(chat, summary));
  expect([700, 3, 12].map((index) => again.request(index).requestClass)).toEqual(
    [700, 3, 12].map((index) => names[index]),
  );
  const other = createRequestSource({ ...of(chat, summary), seed: '8' });
  expect(many(100).map((index) => other.request(index).requestClass)).not.toEqual(names.slice(0, 100));
});

test('a request of a class has the language and lengths of the class, and a salt of its own', () => {
  const source = createRequestSource(of(chat, summary));
  const texts = new Set<string>();
  for (const index of many(60)) {
    const { language, intendedInputTokens, outputTokens, requestClass, text } = source.request(index);
    texts.add(text.slice(0, 22));
    if (requestClass === 'chat') {
      expect([language, intendedInputTokens, outputTokens]).toEqual(['ko', null, 50]);
      expect(text).toMatch(/[가-힣]/);
    } else {
      expect([language, intendedInputTokens]).toEqual(['en', 1000]);
      expect(outputTokens).toBeGreaterThanOrEqual(10);
      expect(outputTokens).toBeLessThanOrEqual(20);
    }
  }
  expect(texts.size).toBe(60);
});

test('a class of weight 0 never comes', () => {
  for (const classes of [
    [chat, { ...summary, weight: 0 }],
    [{ ...summary, weight: 0 }, chat],
  ]) {
    const source = createRequestSource(of(...classes));
    expect(new Set(many(500).map((index) => source.request(index).requestClass))).toEqual(new Set(['chat']));
  }
});

test('a fixed length too short for its class is refused before the first request', () => {
  expect(() => createRequestSource(of(chat, { ...summary, inputTokens: fixedNumber(9) }))).toThrow(
    /^9 input tokens are too few for a prompt \(en\)/,
  );
});
