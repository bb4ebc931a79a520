import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { KneepointError } from '../errors/kneepoint-error.ts';
import { languages } from '../plan/language.ts';
import { fixedNumber } from '../plan/number-distribution.ts';
import { createRequestSource } from './create-request-source.ts';
import { languagePrompts } from './language-prompts.ts';
import { loadTokenizer } from './load-tokenizer.ts';
import type { RequestSourceOptions } from './request-source-options.ts';
import { qwen3Directory } from './testing/qwen3-tokenizer.ts';
import { textMaterial } from './texts/text-material.ts';
import type { TokenCounter } from './token-counter.ts';

let qwen3: TokenCounter;
beforeAll(async () => {
  qwen3 = await loadTokenizer(qwen3Directory);
});

const base: RequestSourceOptions = {
  seed: '7',
  salt: '0123456789abcdef',
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  inputTokens: fixedNumber(200),
  outputTokens: fixedNumber(128),
  dataset: null,
  trace: null,
  tokenizer: null,
};

const language = fc.constantFrom(...languages);

test('a request carries what it was asked for', () => {
  const { text, ...request } = createRequestSource(base).request(3);
  expect(request).toEqual({
    index: 3,
    language: 'en',
    systemText: null,
    history: [],
    outputTokens: 128,
    intendedInputTokens: 200,
    requestClass: null,
  });
  expect(text).toMatch(/^\[id [0-9a-f]{16}\]\n[A-Z]/);
});

test('request k is the same in every worker and in any order', () => {
  fc.assert(
    fc.property(
      language,
      fc.string(),
      fc.string(),
      fc.array(fc.nat(1000), { minLength: 1 }),
      (name, seed, salt, indexes) => {
        const options = { ...base, seed, salt, language: name };
        const shared = createRequestSource(options);
        for (const index of indexes)
          expect(shared.request(index)).toEqual(createRequestSource(options).request(index));
      },
    ),
    { numRuns: 20 },
  );
});

test('no two prompts are alike, and another salt changes the start of each', () => {
  const source = createRequestSource(base);
  const other = createRequestSource({ ...base, salt: 'fedcba9876543210' });
  const texts = Array.from({ length: 500 }, (_, index) => source.request(index).text);
  expect(new Set(texts.map((text) => text.slice(0, 22))).size).toBe(500);
  const bodies = texts.map((text) => text.slice(22));
  expect(new Set(bodies).size).toBeGreaterThan(490);
  texts.forEach((text, index) => {
    const salted = other.request(index).text;
    expect(salted.slice(0, 22)).not.toBe(text.slice(0, 22));
    expect(salted.slice(22)).toBe(bodies[index]);
  });
});

test('another seed gives other texts under the same salts', () => {
  const [one, two] = [createRequestSource(base), createRequestSource({ ...base, seed: '8' })];
  const same = Array.from({ length: 50 }, (_, index) => one.request(index).text === two.request(index).text);
  expect(same).not.toContain(true);
});

test.each(languages)('with a tokenizer %s prompts have exactly the asked length, in a few counts', (name) => {
  let counts = 0;
  const tokenizer = {
    count(text: string) {
      counts += 1;
      return qwen3.count(text);
    },
  };
  for (const inputTokens of [64, 200, 777]) {
    const source = createRequestSource({
      ...base,
      language: name,
      inputTokens: fixedNumber(inputTokens),
      tokenizer,
    });
    for (let index = 0; index < 400; index++) source.request(index);
    counts = 0;
    const lengths = Array.from({ length: 40 }, (_, index) => source.request(1000 + index)).map(
      ({ text }) => text,
    );
    // Once the sentences are known, each prompt costs its salt, its whole text and the odd new sentence.
    expect(counts / 40).toBeLessThan(10);
    expect(new Set(lengths.map((text) => qwen3.count(text)))).toEqual(new Set([inputTokens]));
  }
});

/** Tokens cut in other places than this project's texts: the sum of the pieces is off, and the correction must work. */
const awkward: TokenCounter = { count: (text) => Math.ceil([...text].length / 3) };

test('a tokenizer that splits anywhere is met within one token too', () => {
  fc.assert(
    fc.property(language, fc.integer({ min: 80, max: 500 }), fc.nat(1000), (name, inputTokens, index) => {
      const source = createRequestSource({
        ...base,
        language: name,
        inputTokens: fixedNumber(inputTokens),
        tokenizer: awkward,
      });
      expect(Math.abs(awkward.count(source.request(index).text) - inputTokens)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test.each(languages)('without a tokenizer %s prompts come near the asked length under Qwen3', (name) => {
  for (const inputTokens of [100, 200, 1000]) {
    const source = createRequestSource({ ...base, language: name, inputTokens: fixedNumber(inputTokens) });
    const lengths = Array.from({ length: 30 }, (_, index) => qwen3.count(source.request(index).text));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(Math.abs(mean / inputTokens - 1)).toBeLessThan(0.05);
    expect(Math.max(...lengths.map((length) => Math.abs(length / inputTokens - 1)))).toBeLessThan(1 / 6);
  }
});

test.each(languages)('a %s prompt of natural length asks its question and is not counted', (name) => {
  const never = { count: () => expect.unreachable('a natural length needs no tokenizer') };
  const request = createRequestSource({
    ...base,
    language: name,
    inputTokens: null,
    tokenizer: never,
  }).request(5);
  expect(request.intendedInputTokens).toBeNull();
  expect(textMaterial[name].topics.some((topic) => request.text.includes(topic))).toBe(true);
});

test('a fixed prompt is salted and otherwise sent as it is, unless the salt is off', () => {
  const fixed = { ...base, prompts: { kind: 'fixed', text: 'Say hello.' } } as const;
  const salted = createRequestSource(fixed);
  expect(salted.request(0).text).toMatch(/^\[id [0-9a-f]{16}\]\nSay hello\.$/);
  expect(salted.request(1).text).not.toBe(salted.request(0).text);
  expect(salted.request(0).intendedInputTokens).toBeNull();
  expect(createRequestSource({ ...fixed, salt: null }).request(9).text).toBe('Say hello.');
});

test.each(languages)('the creative %s prompts come in turn', (name) => {
  const source = createRequestSource({ ...base, language: name, prompts: { kind: 'language' }, salt: null });
  const texts = languagePrompts(name);
  const indexes = [0, 1, texts.length - 1, texts.length, 3 * texts.length + 2];
  expect(indexes.map((index) => source.request(index).text)).toEqual(
    indexes.map((index) => texts[index % texts.length]),
  );
});

test.each(languages)(
  'too few tokens for a %s question are refused with the number that is enough',
  (name) => {
    const make = (inputTokens: number) =>
      createRequestSource({
        ...base,
        language: name,
        inputTokens: fixedNumber(inputTokens),
        tokenizer: qwen3,
      });
    let needed = 0;
    try {
      make(8);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof KneepointError)) throw error;
      expect(error).toMatchObject({ code: 'input-tokens-too-few', exitCode: 2 });
      needed = Number(/need (\d+)$/.exec(error.message)?.[1]);
    }
    const source = make(needed);
    const lengths = Array.from({ length: 200 }, (_, index) => qwen3.count(source.request(index).text));
    expect(new Set(lengths)).toEqual(new Set([needed]));
  },
);

test('a Korean sentence never meets a topic with a particle that depends on its last sound', () => {
  const { asks, notes, shortAsk } = textMaterial.ko;
  for (const sentence of [...asks, ...notes, shortAsk]) {
    expect(sentence).not.toMatch(/\{topic\}(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이란|란)(?=[\s,.])/);
  }
});

test.each(languages)('every %s sentence names its topic, and none is there twice', (name) => {
  const { asks, notes, shortAsk, topics, words } = textMaterial[name];
  const sentences = [...asks, ...notes, shortAsk];
  expect(sentences.every((sentence) => sentence.includes('{topic}'))).toBe(true);
  for (const list of [sentences, topics, words]) expect(new Set(list).size).toBe(list.length);
});
