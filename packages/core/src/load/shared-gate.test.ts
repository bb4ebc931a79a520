import { expect, test } from 'vitest';
import { createGateMemory, SharedGate } from './shared-gate.ts';

type Log = string[];

function gates(workers: number): { gates: SharedGate[]; log: Log } {
  const memory = createGateMemory();
  const log: Log = [];
  const made = Array.from({ length: workers }, (_, index) => {
    const gate = new SharedGate(memory, workers);
    gate.listen({
      opened: (at) => log.push(`${index} opened ${at}`),
      closed: (at) => log.push(`${index} closed ${at}`),
    });
    return gate;
  });
  return { gates: made, log };
}

/** Others hear of a change through a wake-up; how long that takes does not matter here. */
async function heard(log: Log, lines: number): Promise<void> {
  for (let turn = 0; turn < 1000 && log.length < lines; turn++)
    await new Promise((resolve) => setImmediate(resolve));
}

test('the window opens when the last worker is ready, at its instant, for all', async () => {
  const { gates: two, log } = gates(2);
  two[1]?.ready(100);
  expect(log).toEqual([]);
  two[0]?.ready(250);
  await heard(log, 2);
  expect(log.toSorted()).toEqual(['0 opened 250', '1 opened 250']);
});

test('the first worker that closes the window closes it for all; later calls change nothing', async () => {
  const { gates: three, log } = gates(3);
  three[0]?.open(10);
  await heard(log, 3);
  three[2]?.close(90);
  three[1]?.close(95);
  await heard(log, 6);
  expect(log.filter((line) => line.includes('closed')).toSorted()).toEqual([
    '0 closed 90',
    '1 closed 90',
    '2 closed 90',
  ]);
});

test('a window that was closed before it opened never opens', async () => {
  const { gates: two, log } = gates(2);
  two[0]?.ready(10);
  two[0]?.close(20);
  two[1]?.ready(30);
  await heard(log, 1);
  expect(log).toEqual([]);
});

test('a worker that closes a window of which it has not heard yet is told of both edges', () => {
  const { gates: two, log } = gates(2);
  two[0]?.open(10);
  two[1]?.close(11);
  expect(log).toEqual(['0 opened 10', '1 opened 10', '1 closed 11']);
});

test('the cap is one for all workers', () => {
  const { gates: two } = gates(2);
  expect(two[0]?.enter(2)).toBe(true);
  expect(two[1]?.enter(2)).toBe(true);
  expect(two[1]?.enter(2)).toBe(false);
  two[0]?.leave();
  expect(two[1]?.enter(2)).toBe(true);
});

test('all start at the instant that the last one names', async () => {
  const { gates: three } = gates(3);
  let now = 1000;
  const starts = three.map((gate) => {
    now += 100;
    return gate.arrive(() => now, 50);
  });
  expect(await Promise.all(starts)).toEqual([1350, 1350, 1350]);
});
