import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createMonotonicClock, readClockZero } from './clock.ts';

const fiveSecondsAgo = (): bigint => readClockZero() - 5_000_000_000n;

test('a clock counts from its zero, not from where it was made, and never runs backwards', () => {
  const clock = createMonotonicClock(fiveSecondsAgo());
  let last = clock.now();
  expect(last).toBeGreaterThanOrEqual(5_000_000);
  for (let reading = 0; reading < 10_000; reading++) {
    const now = clock.now();
    expect(now >= last).toBe(true);
    last = now;
  }
});

test('a wall clock that is set back changes nothing', () => {
  const clock = createMonotonicClock(readClockZero());
  const { now: wallNow } = Date;
  const before = clock.now();
  Date.now = () => 0;
  try {
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  } finally {
    Date.now = wallNow;
  }
});

test('a reading in another thread lies between the readings around it here: all threads share a zero', async () => {
  const zero = fiveSecondsAgo();
  const clock = createMonotonicClock(zero);
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.module).then(({ createMonotonicClock }) => {
      const clock = createMonotonicClock(workerData.zero);
      parentPort.postMessage(clock.now());
    });`;
  const module = new URL('./clock.ts', import.meta.url).href;
  const before = clock.now();
  const worker = new Worker(source, { eval: true, workerData: { zero, module }, execArgv: [] });
  const inside = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const after = clock.now();
  await worker.terminate();
  expect(inside).toBeGreaterThan(before);
  expect(inside).toBeLessThan(after);
});
