import { beforeAll, expect, test } from 'vitest';
import { languages } from '../../plan/language.ts';
import { createRequestSource } from '../create-request-source.ts';
import { loadTokenizer } from '../load-tokenizer.ts';
import { qwen3Directory } from '../testing/qwen3-tokenizer.ts';
import { type RecordedRow, sourceOptions, traceOf } from '../testing/source-options.ts';
import type { TokenCounter } from '../token-counter.ts';

let qwen3: TokenCounter;
beforeAll(async () => {
  qwen3 = await loadTokenizer(qwen3Directory);
});

const of = (rows: readonly RecordedRow[], tokensPerBlock: number | null) => ({
  ...sourceOptions,
  prompts: { kind: 'trace' as const },
  trace: traceOf(rows, tokensPerBlock),
});

test('a request has the lengths of its row, to the token', () => {
  const rows = [
    { input: 300, output: 20 },
    { input: 1234, output: 1 },
  ];
  const source = createRequestSource({ ...of(rows, null), tokenizer: qwen3 });
  for (const [index, { input, output }] of rows.entries()) {
    const request = source.request(index);
    expect(request).toMatchObject({
      index,
      systemText: null,
      history: [],
      intendedInputTokens: input,
      outputTokens: output,
    });
    expect(qwen3.count(request.text)).toBe(input);
  }
});

test('what a row does not say comes from the stage', () => {
  const rows = [{ input: -1, output: -1 }];
  const drawn = { ...of(rows, null), inputTokens: { kind: 'uniform', min: 500, max: 600 } as const };
  const { intendedInputTokens, outputTokens } = createRequestSource(drawn).request(0);
  expect(outputTokens).toBe(128);
  expect(intendedInputTokens).toBeGreaterThanOrEqual(500);
  expect(intendedInputTokens).toBeLessThanOrEqual(600);
  expect(createRequestSource({ ...drawn, inputTokens: null }).request(0).intendedInputTokens).toBeNull();
});

test('a recorded length of 0 asks for 1 token, and a prompt too short grows to the shortest', () => {
  const request = createRequestSource(of([{ input: 0, output: 0 }], null)).request(0);
  expect(request.outputTokens).toBe(1);
  expect(request.intendedInputTokens).toBeGreaterThan(20);
});

test('behind the last row there is no request', () => {
  const source = createRequestSource(of([{ input: 100, output: 1 }], null));
  expect(() => source.request(1)).toThrow(new RangeError('trace.jsonl has 1 requests, no 1'));
});

test('equal blocks are equal text at the start, unequal ones differ from their first line on', () => {
  const rows = [
    { input: 2000, output: 1, blocks: [1, 2, 3] },
    { input: 2000, output: 1, blocks: [1, 2, 4_000_000_000] },
    { input: 2000, output: 1, blocks: [9, 2] },
  ];
  const source = createRequestSource(of(rows, 512));
  const [one, two, three] = [0, 1, 2].map((index) => source.request(index));
  const blocks = (text: string | null | undefined) => (text ?? '').split(/\n(?=\[id )/);
  const [first, second, third] = [one, two, three].map((request) => blocks(request?.systemText));
  expect(first).toHaveLength(3);
  expect(second?.slice(0, 2)).toEqual(first?.slice(0, 2));
  expect(second?.[2]?.slice(0, 20)).not.toBe(first?.[2]?.slice(0, 20));
  expect(third?.[0]?.slice(0, 20)).not.toBe(first?.[0]?.slice(0, 20));
  expect(third?.[1]).toBe(first?.[1]);
  expect([one, two, three].map((request) => request?.intendedInputTokens)).toEqual([
    2000 - 3 * 512,
    2000 - 3 * 512,
    2000 - 2 * 512,
  ]);
  expect(one?.text).toMatch(/^\[id /);
  expect(two?.text).not.toBe(one?.text);
});

test.each(languages)('%s blocks and the rest add up to about the recorded length', (language) => {
  const rows = [{ input: 3000, output: 1, blocks: [5, 6, 7, 8, 9] }];
  for (const [tokenizer, tolerance] of [
    [qwen3, 0.02],
    [null, 0.08],
  ] as const) {
    const { systemText, text } = createRequestSource({ ...of(rows, 512), language, tokenizer }).request(0);
    const total = qwen3.count(systemText ?? '') + qwen3.count(text);
    expect(Math.abs(total / 3000 - 1)).toBeLessThan(tolerance);
  }
});

test('only blocks that leave room for the salt and a question are written', () => {
  // The recorded prompt ends inside its second block, as most do.
  const rows = [
    { input: 600, output: 1, blocks: [1, 2] },
    { input: 520, output: 1, blocks: [1, 2] },
  ];
  const source = createRequestSource(of(rows, 512));
  expect(source.request(0)).toMatchObject({ intendedInputTokens: 88, systemText: expect.any(String) });
  expect(source.request(1)).toMatchObject({ intendedInputTokens: 520, systemText: null });
});

test('blocks of 16 tokens are as long as that', () => {
  const blocks = Array.from({ length: 60 }, (_, id) => id);
  const source = createRequestSource({ ...of([{ input: 1200, output: 1, blocks }], 16), tokenizer: qwen3 });
  const tokens = qwen3.count(source.request(0).systemText ?? '');
  // The line ends between them are tokens of their own.
  expect(Math.abs(tokens - 60 * 17)).toBeLessThan(60);
});

test('the salt changes the rest alone, the seed all', () => {
  const rows = [{ input: 1000, output: 1, blocks: [1] }];
  const [plain, salted, seeded] = [{}, { salt: 'another' }, { seed: '8' }].map((change) =>
    createRequestSource({ ...of(rows, 512), ...change }).request(0),
  );
  expect(salted?.systemText).toBe(plain?.systemText);
  expect(salted?.text).not.toBe(plain?.text);
  expect(seeded?.systemText).not.toBe(plain?.systemText);
});

test('without its trace a stage is refused', () => {
  expect(() => createRequestSource({ ...of([], null), trace: null })).toThrow('kind trace need the trace');
});
