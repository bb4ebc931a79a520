import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../random/create-random.ts';
import { createRequestSource } from '../create-request-source.ts';
import type { DatasetPack } from '../datasets/dataset-pack.ts';
import { seededOrder } from '../seeded-order.ts';
import { packOf, sourceOptions } from '../testing/source-options.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const of = (dataset: DatasetPack) => ({
  ...sourceOptions,
  prompts: { kind: 'dataset' as const, source: 'x', format: 'text' as const, multiTurn: false },
  dataset,
});
const numbered = packOf(many(50).map((number) => ({ text: `prompt ${number}` })));

test('an order holds every number once, for every count and seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.string(), (count, seed) => {
      const order = seededOrder(count, createRandom(seed));
      expect(new Set(many(count).map(order)).size).toBe(count);
      expect(order(count + 1)).toBe(order(1 % count));
    }),
  );
});

test('each number is equally likely to come first', () => {
  const firsts = new Array<number>(5).fill(0);
  for (const seed of many(5000)) {
    const first = seededOrder(5, createRandom(`${seed}`))(0);
    firsts[first] = (firsts[first] ?? 0) + 1;
  }
  for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('each entry comes once a round in an order of the seed, each time behind a new salt', () => {
  const source = createRequestSource(of(numbered));
  const round = (from: number) => many(50).map((index) => source.request(from + index).text);
  const [first, second] = [round(0), round(50)];
  const body = (text: string) => text.slice(22);
  expect(first.map(body)).toEqual(second.map(body));
  expect([...first.map(body)].sort()).toEqual(
    many(50)
      .map((number) => `prompt ${number}`)
      .sort(),
  );
  expect(first.map(body)).not.toEqual(many(50).map((number) => `prompt ${number}`));
  expect(new Set([...first, ...second].map((text) => text.slice(0, 22))).size).toBe(100);
  const other = createRequestSource({ ...of(numbered), seed: '8' });
  expect(many(50).map((index) => body(other.request(index).text))).not.toEqual(first.map(body));
});

test('the first requests of a seed stay what they were', () => {
  const source = createRequestSource(of(numbered));
  expect(many(4).map((index) => source.request(index).text)).toMatchInlineSnapshot(`
    [
      "[id ebe0e27422e95815]
    prompt 30",
      "[id 48baab4c1d774155]
    prompt 12",
      "[id cd6a2701f8971770]
    prompt 6",
      "[id 768298deec4c681f]
    prompt 25",
    ]
  `);
});

test('system text and output length come from the entry, else from the stage', () => {
  const source = createRequestSource(
    of(packOf([{ text: 'a', systemText: 'Be brief.', outputTokens: 9 }, { text: 'b' }])),
  );
  const requests = [source.request(0), source.request(1)].sort((left, right) =>
    left.text.slice(22).localeCompare(right.text.slice(22)),
  );
  expect(requests).toMatchObject([
    { systemText: 'Be brief.', outputTokens: 9, intendedInputTokens: null, requestClass: null },
    { systemText: null, outputTokens: 128, history: [] },
  ]);
});

test('the salt stands before everything that the user said, the history included', () => {
  const history = [
    { role: 'user', text: 'One?' },
    { role: 'assistant', text: '1' },
  ] as const;
  const dataset = packOf([{ text: 'Two?', systemText: 'Be brief.', history }]);
  const { systemText, ...request } = createRequestSource(of(dataset)).request(3);
  expect(systemText).toBe('Be brief.');
  expect(request.history).toEqual([
    { role: 'user', text: expect.stringMatching(/^\[id [0-9a-f]{16}\]\nOne\?$/) },
    { role: 'assistant', text: '1' },
  ]);
  expect(request.text).toBe('Two?');
  expect(createRequestSource({ ...of(dataset), salt: null }).request(3)).toMatchObject({
    history,
    text: 'Two?',
  });
});

test('a greeting before the first question is no place for the salt', () => {
  const dataset = packOf([{ text: 'Hi', history: [{ role: 'assistant', text: 'Hello!' }] }]);
  const { history, text } = createRequestSource(of(dataset)).request(0);
  expect(history).toEqual([{ role: 'assistant', text: 'Hello!' }]);
  expect(text).toMatch(/^\[id [0-9a-f]{16}\]\nHi$/);
});

test('request k is the same in every worker and in any order', () => {
  const shared = createRequestSource(of(numbered));
  fc.assert(
    fc.property(fc.array(fc.nat(1e6), { minLength: 1 }), (indexes) => {
      const fresh = createRequestSource(of(numbered));
      for (const index of indexes) expect(fresh.request(index)).toEqual(shared.request(index));
    }),
  );
});

test('without its dataset a stage is refused', () => {
  expect(() => createRequestSource({ ...of(numbered), dataset: null })).toThrow(
    'kind dataset need the dataset',
  );
});
