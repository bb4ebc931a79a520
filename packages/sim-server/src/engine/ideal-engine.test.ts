import { expect, test } from 'vitest';
import { IdealEngine, type IdealEngineOptions } from './ideal-engine.ts';
import type { EngineSequence } from './token-engine.ts';

const options: IdealEngineOptions = {
  timing: {
    timeToFirstTokenMicros: 50_000,
    stepMicros: 10_000,
    promptTokenMicros: 0,
    alignSteps: false,
  },
  tokensPerStep: 1,
  streamInterval: 1,
  maxRunning: Number.MAX_SAFE_INTEGER,
};

/** A sequence that writes down what it is told: `[instant, tokens]`, and a last entry when it has finished. */
function recorder(outputTokens: number, promptTokens = 10): EngineSequence & { events: number[][] } {
  const events: number[][] = [];
  return {
    promptTokens,
    outputTokens,
    blockHashes: [],
    events,
    onAdmitted: () => undefined,
    onTokens: (count, _finished, planned) => events.push([planned, count]),
  };
}

test('token k of a request is planned at arrival + time to first token + k steps', () => {
  const engine = new IdealEngine(options);
  const sequence = recorder(4);
  engine.submit(sequence, 1_234.5);
  expect(engine.nextInstant()).toBe(51_234.5);
  engine.advance(1e9);
  expect(sequence.events).toEqual([
    [51_234.5, 1],
    [61_234.5, 1],
    [71_234.5, 1],
    [81_234.5, 1],
  ]);
  expect(engine.nextInstant()).toBe(Number.POSITIVE_INFINITY);
});

test('an engine that is advanced late or in small bits plans the same instants', () => {
  const late = recorder(100);
  const inBits = recorder(100);
  const lateEngine = new IdealEngine(options);
  lateEngine.submit(late, 7);
  lateEngine.advance(1e9);
  const engine = new IdealEngine(options);
  engine.submit(inBits, 7);
  for (let now = 0; now < 2e6; now += 333) engine.advance(now);
  expect(inBits.events).toEqual(late.events);
});

test('requests do not disturb each other and are served in planned order', () => {
  const engine = new IdealEngine(options);
  const order: number[] = [];
  const starts = [0, 4_000, 12_000, 49_000];
  const sequences = starts.map((start) => {
    const sequence = recorder(20);
    const heard = {
      ...sequence,
      onTokens: (count: number, finished: boolean, planned: number) => {
        order.push(planned);
        sequence.onTokens(count, finished, planned);
      },
    };
    engine.advance(start);
    engine.submit(heard, start);
    return sequence;
  });
  engine.advance(1e9);
  sequences.forEach((sequence, index) => {
    expect(sequence.events.map(([planned]) => planned)).toEqual(
      Array.from({ length: 20 }, (_, token) => (starts[index] ?? 0) + 50_000 + token * 10_000),
    );
  });
  expect(order).toEqual([...order].sort((left, right) => left - right));
});

test('speculative decoding yields several tokens a step after the first one', () => {
  const engine = new IdealEngine({ ...options, tokensPerStep: 4 });
  const sequence = recorder(10);
  engine.submit(sequence, 0);
  engine.advance(1e9);
  expect(sequence.events.map(([, count]) => count)).toEqual([1, 4, 4, 1]);
});

test('a stream interval groups tokens into events but sends the first at once', () => {
  const engine = new IdealEngine({ ...options, streamInterval: 3 });
  const sequence = recorder(9);
  engine.submit(sequence, 0);
  engine.advance(1e9);
  expect(sequence.events).toEqual([
    [50_000, 1],
    [80_000, 3],
    [110_000, 3],
    [130_000, 2],
  ]);
});

test('a prompt adds its time per token, and aligned steps share one grid', () => {
  const timing = { ...options.timing, promptTokenMicros: 100, alignSteps: true };
  const engine = new IdealEngine({ ...options, timing });
  const sequence = recorder(2, 33);
  engine.submit(sequence, 1_000);
  engine.advance(1e9);
  expect(sequence.events.map(([planned]) => planned)).toEqual([60_000, 70_000]);
});

test('what exceeds the limit waits until a place is free', () => {
  const engine = new IdealEngine({ ...options, maxRunning: 1 });
  const first = recorder(2);
  const second = recorder(1);
  engine.submit(first, 0);
  engine.submit(second, 0);
  expect(engine.load()).toMatchObject({ running: 1, waiting: 1 });
  engine.advance(1e9);
  expect(first.events.at(-1)).toEqual([60_000, 1]);
  expect(second.events).toEqual([[110_000, 1]]);
});

test('a cancelled request says nothing more and leaves its place to others', () => {
  const engine = new IdealEngine({ ...options, maxRunning: 1 });
  const first = recorder(100);
  const second = recorder(1);
  engine.submit(first, 0);
  engine.submit(second, 0);
  engine.advance(60_000);
  engine.cancel(first);
  engine.advance(1e9);
  expect(first.events).toHaveLength(2);
  expect(second.events).toHaveLength(1);
});

test('a request that is read long after it had come gets all its tokens, although others are ahead of it', () => {
  const engine = new IdealEngine(options);
  const others = [recorder(40), recorder(40), recorder(40)];
  for (const other of others) engine.submit(other, 0);
  engine.advance(200_000);
  const late = recorder(5);
  engine.submit(late, 10_000);
  engine.advance(1e9);
  expect(late.events).toHaveLength(5);
  for (const other of others) expect(other.events).toHaveLength(40);
});
