import { expect, test } from 'vitest';
import { loadBlocks, readingAt } from './load-blocks.ts';
import type { LoadSample } from './load-sample.ts';

const sample = (second: number, total: number, inFlight = total): LoadSample => ({
  atMicros: second * 1e6,
  inFlight,
  dispatched: total,
  completed: total,
  failed: 0,
  tokens: 100 * total,
  firstTokens: total,
  firstTokenSumMicros: 5000 * total,
});

const samples = [sample(1, 0), sample(2, 10), sample(4, 10, 2)];

test('between two samples a number lies on the line from one to the other, outside it stands still', () => {
  expect([0, 1, 1.25, 2, 3, 4, 9].map((second) => readingAt(samples, second * 1e6, 'inFlight'))).toEqual([
    0, 0, 2.5, 10, 6, 2, 2,
  ]);
  expect(readingAt([], 0, 'tokens')).toBe(0);
});

test('a block holds what happened in it, as rates, means and counts', () => {
  const [first, second] = loadBlocks(samples, 1e6, 3e6, 2);
  expect(first).toMatchObject({
    atSeconds: 1.5,
    seconds: 1,
    completed: 10,
    tokensPerSecond: 1000,
    firstTokens: 10,
  });
  expect(first?.firstTokenMicros).toBe(5000);
  expect(first?.inFlight).toBe(5);
  expect(second).toMatchObject({ completed: 0, tokensPerSecond: 0, firstTokenMicros: null, inFlight: 8 });
});
