import { expect, test } from 'vitest';
import { BatchEngine, type BatchEngineOptions } from './batch-engine.ts';
import type { EngineSequence } from './token-engine.ts';

const options: BatchEngineOptions = {
  stepTime: { kind: 'linear', baseMicros: 10_000, perSequenceMicros: 1_000, perContextTokenMicros: 0 },
  prefillTokenMicros: 10,
  prefillChunkTokens: 1_000,
  tokensPerStep: 1,
  streamInterval: 1,
  maxRunning: 64,
  kvCapacityTokens: 16_000,
  kvBlockTokens: 16,
  prefixCaching: true,
};

interface Recorder extends EngineSequence {
  readonly events: number[][];
  readonly cached: number[];
}

function recorder(promptTokens: number, outputTokens: number, blockHashes: number[] = []): Recorder {
  const events: number[][] = [];
  const cached: number[] = [];
  return {
    promptTokens,
    outputTokens,
    blockHashes,
    events,
    cached,
    onAdmitted: (_planned, cachedTokens) => cached.push(cachedTokens),
    onTokens: (count, _finished, planned) => events.push([planned, count]),
  };
}

function hashes(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

test('a step takes its base, its batch and its prefill, and steps follow without a gap', () => {
  const engine = new BatchEngine(options);
  const sequence = recorder(200, 3);
  engine.submit(sequence, 500);
  engine.advance(1e9);
  // 500 + 10,000 + 1,000 + 200 * 10, then steps of 11,000.
  expect(sequence.events).toEqual([
    [13_500, 1],
    [24_500, 1],
    [35_500, 1],
  ]);
});

test('a request that arrives during a step waits for its end and makes the next one longer', () => {
  const engine = new BatchEngine(options);
  const first = recorder(100, 4);
  const second = recorder(100, 1);
  engine.submit(first, 0);
  engine.submit(second, 1);
  engine.advance(1e9);
  expect(first.events.map(([planned]) => planned)).toEqual([12_000, 25_000, 36_000, 47_000]);
  expect(second.events).toEqual([[25_000, 1]]);
});

test('a long prompt is prefilled in chunks while others go on decoding', () => {
  const engine = new BatchEngine(options);
  const short = recorder(10, 4);
  const long = recorder(2_500, 1);
  engine.submit(short, 0);
  engine.submit(long, 1);
  engine.advance(1e9);
  // Chunks of 1,000, 1,000 and 500 tokens beside one decode, the last step with two sequences.
  expect(short.events.map(([planned]) => planned)).toEqual([11_100, 32_100, 53_100, 70_100]);
  expect(long.events).toEqual([[70_100, 1]]);
});

test('at most maxRunning sequences run and the rest queue in order', () => {
  const engine = new BatchEngine({ ...options, maxRunning: 2 });
  const sequences = [recorder(10, 2), recorder(10, 2), recorder(10, 2)];
  for (const sequence of sequences) engine.submit(sequence, 0);
  engine.advance(1);
  expect(engine.load()).toMatchObject({ running: 1, waiting: 2 });
  engine.advance(12_000);
  expect(engine.load()).toMatchObject({ running: 2, waiting: 1 });
  engine.advance(1e9);
  expect(sequences.map((sequence) => sequence.events.length)).toEqual([2, 2, 2]);
  expect(engine.load()).toMatchObject({ running: 0, waiting: 0, kvUsedTokens: 0 });
});

test('a prompt that shares its first blocks with an earlier one is prefilled only from there', () => {
  const engine = new BatchEngine(options);
  const first = recorder(800, 1, hashes(49));
  engine.submit(first, 0);
  engine.advance(1e6);
  const second = recorder(800, 1, [...hashes(30), ...hashes(19, 1_000)]);
  engine.submit(second, 1e6);
  engine.advance(2e6);
  expect(first.cached).toEqual([0]);
  expect(second.cached).toEqual([480]);
  expect(second.events).toEqual([[1e6 + 11_000 + 320 * 10, 1]]);
  expect(engine.load()).toMatchObject({ prefixQueriedTokens: 1600, prefixHitTokens: 480 });
});

test('a cleared or disabled prefix cache has no hits, and it is not cleared while requests run', () => {
  const engine = new BatchEngine(options);
  engine.submit(recorder(800, 5, hashes(49)), 0);
  expect(engine.clearPrefixCache()).toBe(false);
  engine.advance(1e6);
  expect(engine.clearPrefixCache()).toBe(true);
  const again = recorder(800, 1, hashes(49));
  engine.submit(again, 1e6);
  expect(again.cached).toEqual([0]);
  const off = new BatchEngine({ ...options, prefixCaching: false });
  const repeated = [recorder(800, 1, hashes(49)), recorder(800, 1, hashes(49))];
  for (const sequence of repeated) {
    off.submit(sequence, 0);
    off.advance(1e6);
  }
  expect(repeated.map((sequence) => sequence.cached)).toEqual([[0], [0]]);
});

test('when the cache memory is full the youngest is preempted, and all still get every token', () => {
  const engine = new BatchEngine({ ...options, kvCapacityTokens: 480, prefixCaching: false });
  const sequences = Array.from({ length: 4 }, () => recorder(100, 100));
  for (const sequence of sequences) engine.submit(sequence, 0);
  for (let now = 0; now < 2e7; now += 5_000) {
    engine.advance(now);
    expect(engine.load().kvUsedTokens).toBeLessThanOrEqual(480);
  }
  expect(engine.load().preemptions).toBeGreaterThan(0);
  expect(sequences.map((sequence) => sequence.events.length)).toEqual([100, 100, 100, 100]);
  expect(engine.load()).toMatchObject({ running: 0, waiting: 0, kvUsedTokens: 0 });
});

test('a sequence too large for the whole memory runs alone instead of waiting for ever', () => {
  const engine = new BatchEngine({ ...options, kvCapacityTokens: 160 });
  const large = recorder(500, 3);
  engine.submit(large, 0);
  engine.advance(1e9);
  expect(large.events).toHaveLength(3);
  expect(engine.load().kvUsedTokens).toBe(0);
});

test('a cancelled sequence frees its memory at once', () => {
  const engine = new BatchEngine(options);
  const sequence = recorder(800, 100, hashes(49));
  engine.submit(sequence, 0);
  engine.advance(50_000);
  engine.cancel(sequence);
  expect(engine.load()).toMatchObject({ running: 0, kvUsedTokens: 0 });
  engine.advance(1e9);
  expect(engine.nextInstant()).toBe(Number.POSITIVE_INFINITY);
});
