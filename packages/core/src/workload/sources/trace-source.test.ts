import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { languages } from '../../plan/language.ts';
import { createRequestSource } from '../create-request-source.ts';
import { loadTokenizer } from '../load-tokenizer.ts';
import { commonStart, longestChance } from '../testing/common-start.ts';
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

test('another salt opens blocks with another number and leaves what they say, another seed changes all', () => {
  const rows = [{ input: 1000, output: 1, blocks: [1] }];
  const [plain, salted, seeded] = [{}, { salt: 'another' }, { seed: '8' }].map((change) =>
    linesOf(createRequestSource({ ...of(rows, 512), ...change }).request(0).systemText),
  );
  expect(salted?.opening).not.toBe(plain?.opening);
  expect(salted?.rest.slice(0, 500)).toBe(plain?.rest.slice(0, 500));
  expect(seeded?.rest.slice(0, 500)).not.toBe(plain?.rest.slice(0, 500));
});

const linesOf = (text: string | null): { readonly opening: string; readonly rest: string } => {
  const [opening = '', ...rest] = (text ?? '').split('\n');
  return { opening, rest: rest.join('\n') };
};

test('blocks are shared in a stage as they were recorded, and never between stages', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), {
        minLength: 2,
        maxLength: 8,
      }),
      fc.constantFrom(64, 100),
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 2 }),
      (blocks, tokensPerBlock, salts) => {
        const rows = blocks.map((ids) => ({ input: 4000, output: 1, blocks: ids }));
        const [one, two] = salts.map((salt) => createRequestSource({ ...of(rows, tokensPerBlock), salt }));
        const texts = new Map<string, string>();
        for (const [index, ids] of blocks.entries()) {
          const text = one?.request(index).systemText ?? '';
          expect(texts.get(ids.join()) ?? text).toBe(text);
          texts.set(ids.join(), text);
        }
        expect(new Set(texts.values()).size).toBe(texts.size);
        for (const index of blocks.keys()) {
          const other = two?.request(index).systemText ?? '';
          for (const text of texts.values()) expect(commonStart(text, other)).toBeLessThan(longestChance);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('without its trace a stage is refused', () => {
  expect(() => createRequestSource({ ...of([], null), trace: null })).toThrow('kind trace need the trace');
});
