import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyTotals, growth, readServerTotals } from './server-metrics.ts';

const capture = (engine: string): string =>
  readFileSync(new URL(`../transport/__fixtures__/captures/${engine}/metrics.txt`, import.meta.url), 'utf8');

test('the totals of a recorded vLLM are read', () => {
  const totals = readServerTotals(capture('vllm'));
  expect(totals).toMatchObject({
    promptTokens: 115,
    generationTokens: 127,
    requestsFinished: 17,
    preemptions: 0,
  });
  expect(totals.prefixCacheQueries).toBe(115);
});

test('the totals of a recorded SGLang are read, summed over its labels', () => {
  const totals = readServerTotals(capture('sglang'));
  expect(totals.firstTokenCount).toBe(140);
  expect(totals.interTokenCount).toBe(7225);
});

test('a counter that appears with its first observation grew from nothing', () => {
  const after = { ...emptyTotals, promptTokens: 40 };
  expect(growth(emptyTotals, after, 'promptTokens')).toBe(40);
  expect(growth(after, { ...after, promptTokens: 100 }, 'promptTokens')).toBe(60);
});

test('a counter that fell, or is gone, says nothing: the server was restarted', () => {
  const before = { ...emptyTotals, promptTokens: 40 };
  expect(growth(before, { ...before, promptTokens: 3 }, 'promptTokens')).toBeNull();
  expect(growth(before, emptyTotals, 'promptTokens')).toBeNull();
});

test('metrics of neither engine are no totals', () => {
  expect(readServerTotals('up 1\n# a comment\nother{a="b"} 2\n')).toEqual(emptyTotals);
});
