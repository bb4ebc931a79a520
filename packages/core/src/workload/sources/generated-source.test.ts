import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { languages } from '../../plan/language.ts';
import { fixedNumber } from '../../plan/number-distribution.ts';
import type { SharedPrefix } from '../../plan/prompt-plan.ts';
import { createRequestSource } from '../create-request-source.ts';
import { loadTokenizer } from '../load-tokenizer.ts';
import { commonStart, longestChance } from '../testing/common-start.ts';
import { qwen3Directory } from '../testing/qwen3-tokenizer.ts';
import { sourceOptions } from '../testing/source-options.ts';
import type { TokenCounter } from '../token-counter.ts';

let qwen3: TokenCounter;
beforeAll(async () => {
  qwen3 = await loadTokenizer(qwen3Directory);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const behind = (sharedPrefix: SharedPrefix) => ({
  ...sourceOptions,
  prompts: { kind: 'generated' as const, sharedPrefix },
});

test.each([
  [
    'en',
    '[id ebe0e27422e95815]\nAnswer the questions that a visitor would ask about the migration of birds, one after the other, in full sentences. Newcomers usually underestimate how much patience is needed for the migration of birds.\nKeywords: summer island morning green island green fire bridge',
  ],
  [
    'ko',
    '[id ebe0e27422e95815]\n산불 예방에 대해 자세히 설명해 주세요. 산불 예방의 시작이 어디였는지에 대해서는 전문가들의 의견이 엇갈립니다.\n핵심어: 길',
  ],
  [
    'zh',
    '[id ebe0e27422e95815]\n请写一篇关于深海探测的完整入门文章，包括例子和常见错误。旅行者从远方的集市带回了有关深海探测的新词。深海探测的经费将近一半来自小额捐款。\n关键词： 船',
  ],
] as const)('the first %s request of the seed 7 stays what it was', (language, text) => {
  const source = createRequestSource({ ...sourceOptions, language, inputTokens: fixedNumber(64) });
  expect(source.request(0).text).toBe(text);
});

test('drawn lengths are met by each text and told with it', () => {
  const source = createRequestSource({
    ...sourceOptions,
    tokenizer: qwen3,
    inputTokens: { kind: 'uniform', min: 100, max: 400 },
    outputTokens: { kind: 'lognormal', median: 200, sigma: 1, min: 4, max: 1000 },
  });
  const requests = many(150).map((index) => source.request(index));
  for (const { text, intendedInputTokens, outputTokens } of requests) {
    expect(qwen3.count(text)).toBe(intendedInputTokens);
    expect(outputTokens).toBeGreaterThanOrEqual(4);
    expect(outputTokens).toBeLessThanOrEqual(1000);
  }
  const lengths = requests.map(({ intendedInputTokens }) => intendedInputTokens ?? 0);
  expect(new Set(lengths).size).toBeGreaterThan(80);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(Math.abs(mean - 250)).toBeLessThan(25);
});

test('a drawn length without room for salt and question becomes the shortest one, never refused', () => {
  const make = (salt: string | null) =>
    createRequestSource({
      ...sourceOptions,
      salt,
      tokenizer: qwen3,
      inputTokens: { kind: 'uniform', min: 1, max: 60 },
    });
  const lengths = (salt: string | null) =>
    many(200).map((index) => make(salt).request(index).intendedInputTokens ?? 0);
  const [salted, plain] = [Math.min(...lengths('salt')), Math.min(...lengths(null))];
  expect(salted).toBeGreaterThan(plain + 10);
  expect(plain).toBeGreaterThan(5);
  expect(qwen3.count(make('salt').request(0).text)).toBe(make('salt').request(0).intendedInputTokens);
});

test('an exponential output length never asks for nothing', () => {
  const source = createRequestSource({ ...sourceOptions, outputTokens: { kind: 'exponential', mean: 2 } });
  const lengths = many(300).map((index) => source.request(index).outputTokens);
  expect(Math.min(...lengths)).toBe(1);
  expect(Math.max(...lengths)).toBeGreaterThan(5);
});

test('input and output lengths of one request are independent', () => {
  const uniform = { kind: 'uniform', min: 100, max: 1100 } as const;
  const source = createRequestSource({ ...sourceOptions, inputTokens: uniform, outputTokens: uniform });
  const count = 1000;
  const sum = many(count).reduce((total, index) => {
    const { intendedInputTokens, outputTokens } = source.request(index);
    return total + ((intendedInputTokens ?? 0) - 600) * (outputTokens - 600);
  }, 0);
  expect(Math.abs(sum / count / (1000 ** 2 / 12))).toBeLessThan(0.1);
});

test.each(languages)('a %s prefix has exactly its length, and is the same for a group', (language) => {
  const options = { ...behind({ groups: 3, tokens: 333, share: 1 }), language, tokenizer: qwen3 };
  const source = createRequestSource(options);
  const prefixes = many(40).map((index) => source.request(index).systemText ?? '');
  expect(prefixes).toEqual(many(40).map((index) => createRequestSource(options).request(index).systemText));
  expect(new Set(prefixes).size).toBe(3);
  for (const prefix of new Set(prefixes)) expect(qwen3.count(prefix)).toBe(333);
});

test('groups share their prefix in a stage, and no prefix is shared between stages of different salts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(64, 200),
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 2 }),
      (groups, tokens, salts) => {
        const [one, two] = salts.map((salt) => {
          const source = createRequestSource({ ...behind({ groups, tokens, share: 1 }), salt });
          return many(30).map((index) => source.request(index).systemText ?? '');
        });
        expect(new Set(one).size).toBeLessThanOrEqual(groups);
        // The same requests are together in a group, whatever the salt.
        const groupsOf = (texts: readonly string[] = []) => texts.map((text) => texts.indexOf(text));
        expect(groupsOf(one)).toEqual(groupsOf(two));
        for (const text of new Set(one))
          for (const other of new Set(two)) expect(commonStart(text, other)).toBeLessThan(longestChance);
      },
    ),
    { numRuns: 50 },
  );
});

test('a prefix too short for a number of its own depends on the salt, too', () => {
  const short = (salt: string) =>
    createRequestSource({ ...behind({ groups: 1, tokens: 12, share: 1 }), salt }).request(0).systemText;
  expect(short('one')).toBe(short('one'));
  expect(short('one')).not.toBe(short('two'));
});

test('without a salt a prefix is the same in every stage', () => {
  const plain = { ...behind({ groups: 1, tokens: 64, share: 1 }), salt: null };
  expect(createRequestSource(plain).request(0).systemText).toBe(
    createRequestSource(plain).request(5).systemText,
  );
});

test('prefixes of two groups differ from their first line on, and another seed gives others', () => {
  const texts = (seed: string) => {
    const source = createRequestSource({ ...behind({ groups: 200, tokens: 64, share: 1 }), seed });
    return many(2000).map((index) => source.request(index).systemText ?? '');
  };
  const opening = (text: string) => text.split('\n')[0] ?? '';
  expect(new Set(texts('7').map(opening)).size).toBe(200);
  expect(new Set([...texts('7'), ...texts('8')].map(opening)).size).toBe(400);
});

test('groups are equally likely, and only the stated share carries a prefix', () => {
  const source = createRequestSource(behind({ groups: 4, tokens: 40, share: 0.25 }));
  const counts = new Map<string | null, number>();
  for (const index of many(8000)) {
    const { systemText, history, text } = source.request(index);
    expect(history).toEqual([]);
    if (index < 50) expect(text).toMatch(/^\[id /);
    counts.set(systemText, (counts.get(systemText) ?? 0) + 1);
  }
  expect(counts.size).toBe(5);
  expect(Math.abs((counts.get(null) ?? 0) / 8000 - 0.75)).toBeLessThan(0.02);
  for (const [text, count] of counts) if (text !== null) expect(Math.abs(count - 500)).toBeLessThan(90);
});

test('a prefix changes nothing in the text that stands behind it', () => {
  const prefixed = createRequestSource(behind({ groups: 2, tokens: 50, share: 0.5 }));
  const plain = createRequestSource(sourceOptions);
  for (const index of many(20)) expect(prefixed.request(index).text).toBe(plain.request(index).text);
});

test.each([1, 2, 5, 16, 24, 40])('a prefix of %i tokens is as long as that', (tokens) => {
  for (const language of languages) {
    const options = { ...behind({ groups: 1, tokens, share: 1 }), language, tokenizer: qwen3 };
    const text = createRequestSource(options).request(0).systemText ?? '';
    expect(Math.abs(qwen3.count(text) - tokens)).toBeLessThanOrEqual(1);
  }
});
