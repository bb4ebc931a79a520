import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fixedNumber } from '../plan/number-distribution.ts';
import { createConversationSource } from './create-conversation-source.ts';
import { createRequestSource } from './create-request-source.ts';
import { loadTokenizer } from './load-tokenizer.ts';
import { qwen3Directory } from './testing/qwen3-tokenizer.ts';
import { packOf, sourceOptions } from './testing/source-options.ts';
import type { TokenCounter } from './token-counter.ts';
import type { Conversation } from './workload-request.ts';

let qwen3: TokenCounter;
beforeAll(async () => {
  qwen3 = await loadTokenizer(qwen3Directory);
});

const plan = {
  kind: 'conversation',
  turns: { kind: 'uniform', min: 2, max: 5 },
  followUpTokens: { kind: 'uniform', min: 30, max: 60 },
  sharedPrefix: null,
} as const;
const generated = { ...sourceOptions, prompts: plan };
const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const textsOf = (conversation: Conversation) => many(conversation.turns).map(conversation.text);

test('turns are drawn, each conversation of at least one', () => {
  const source = createConversationSource(generated);
  const turns = many(400).map((index) => source.conversation(index).turns);
  expect(new Set(turns)).toEqual(new Set([2, 3, 4, 5]));
  const short = createConversationSource({ ...generated, prompts: { ...plan, turns: fixedNumber(0) } });
  expect(short.conversation(0).turns).toBe(1);
});

test('the first question has the length of the stage and the salt, a follow-up its own length and none', () => {
  const source = createConversationSource({ ...generated, tokenizer: qwen3 });
  for (const index of many(15)) {
    const [first, ...later] = textsOf(source.conversation(index));
    expect(first).toMatch(/^\[id [0-9a-f]{16}\]\n/);
    expect(qwen3.count(first ?? '')).toBe(200);
    for (const text of later) {
      expect(text).not.toContain('[id ');
      expect(qwen3.count(text)).toBeGreaterThanOrEqual(30);
      expect(qwen3.count(text)).toBeLessThanOrEqual(60);
    }
  }
});

test('another salt changes the first turn alone', () => {
  const [one, two] = [
    createConversationSource(generated),
    createConversationSource({ ...generated, salt: 'x' }),
  ];
  for (const index of many(10)) {
    const [first, ...later] = textsOf(one.conversation(index));
    const [other, ...others] = textsOf(two.conversation(index));
    expect(other).not.toBe(first);
    expect(other?.slice(22)).toBe(first?.slice(22));
    expect(others).toEqual(later);
  }
});

test('no two follow-ups are alike, within a conversation or between them', () => {
  const source = createConversationSource({
    ...generated,
    prompts: { ...plan, turns: fixedNumber(6), followUpTokens: fixedNumber(80) },
  });
  const texts = many(60).flatMap((index) => textsOf(source.conversation(index)).slice(1));
  expect(new Set(texts).size).toBeGreaterThan(295);
});

test('conversation c is the same in every worker, in any order of turns', () => {
  const options = {
    ...generated,
    outputTokens: { kind: 'exponential', mean: 50 },
    prompts: { ...plan, sharedPrefix: { groups: 2, tokens: 50, share: 0.5 } },
  } as const;
  const shared = createConversationSource(options);
  fc.assert(
    fc.property(fc.nat(1000), fc.array(fc.nat(4), { minLength: 1 }), (index, turns) => {
      const [here, there] = [
        shared.conversation(index),
        createConversationSource(options).conversation(index),
      ];
      expect([here.turns, here.systemText]).toEqual([there.turns, there.systemText]);
      for (const turn of turns) {
        expect(here.text(turn)).toBe(there.text(turn));
        expect(here.outputTokens(turn)).toBe(there.outputTokens(turn));
        expect(here.outputTokens(turn)).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 30 },
  );
});

test('output lengths differ between turns and between conversations', () => {
  const source = createConversationSource({
    ...generated,
    outputTokens: { kind: 'uniform', min: 1, max: 1e6 },
  });
  const lengths = many(10).flatMap((index) => many(4).map(source.conversation(index).outputTokens));
  expect(new Set(lengths).size).toBe(40);
});

test('a fixed follow-up without room for a question is refused at the start', () => {
  const prompts = { ...plan, followUpTokens: fixedNumber(3) };
  expect(() => createConversationSource({ ...generated, prompts })).toThrow('3 input tokens are too few');
});

test('the first conversation of the seed 7 stays what it was', () => {
  const { turns, text } = createConversationSource({
    ...generated,
    inputTokens: null,
    prompts: { ...plan, followUpTokens: fixedNumber(30) },
  }).conversation(0);
  expect([turns, text(0), text(1)]).toMatchInlineSnapshot(`
    [
      4,
      "[id ebe0e27422e95815]
    Write a long magazine article about the migration of birds that a beginner can follow. The radio program about the migration of birds was heard in eleven countries. Nearly half of the money for the migration of birds comes from small donations.",
      "Explain long distance running in detail. An engineer and a poet once wrote a long exchange of letters about long distance running.
    Keywords: letter engine engine field",
    ]
  `);
});

const entry = {
  systemText: 'Be brief.',
  history: [
    { role: 'user', text: 'One?' },
    { role: 'assistant', text: 'the answer of the file' },
  ],
  text: 'Two?',
  laterTurns: ['Three?'],
} as const;
const dialogues = (outputTokens: number | null, multiTurn = true) => ({
  ...sourceOptions,
  dataset: packOf([{ ...entry, outputTokens }]),
  prompts: { kind: 'dataset', source: 'x', format: 'openai-jsonl', multiTurn } as const,
});

test("an entry of a dataset is asked turn by turn, the file's answers left out", () => {
  const conversation = createConversationSource(dialogues(null)).conversation(0);
  expect(conversation).toMatchObject({ turns: 3, systemText: 'Be brief.' });
  expect(textsOf(conversation)).toEqual([
    expect.stringMatching(/^\[id [0-9a-f]{16}\]\nOne\?$/),
    'Two?',
    'Three?',
  ]);
  expect(conversation.outputTokens(1)).toBe(128);
  expect(createConversationSource(dialogues(7)).conversation(0).outputTokens(2)).toBe(7);
  expect(() => conversation.text(3)).toThrow(RangeError);
});

test('a dataset that comes round again has a new salt', () => {
  const source = createConversationSource(dialogues(null));
  expect(source.conversation(1).text(0)).not.toBe(source.conversation(0).text(0));
  expect(source.conversation(1).text(0).slice(22)).toBe('One?');
});

test('single requests are no conversations, and conversations no single requests', () => {
  expect(() => createConversationSource(sourceOptions)).toThrow('kind generated are single requests');
  expect(() => createConversationSource(dialogues(null, false))).toThrow('kind dataset are single requests');
  expect(() => createRequestSource(generated)).toThrow('they are no single requests');
});
