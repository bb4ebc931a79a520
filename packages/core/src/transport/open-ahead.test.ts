import { expect, test } from 'vitest';
import type { OpenOutcome } from './connection-owner.ts';
import { type Opening, openAhead } from './open-ahead.ts';

/** Connections whose outcomes the test decides, in the order in which they were begun. */
function scriptedOpenings() {
  const pending: ((outcome: OpenOutcome) => void)[] = [];
  const begun = { count: 0 };
  const open = (): Opening => {
    begun.count++;
    return {
      whenOpen: () => new Promise((resolve) => pending.push(resolve)),
      destroy: () => undefined,
    };
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { pending, begun, open, turn };
}

test('no more than 128 connections are being opened at once, and each that is open makes room for one', async () => {
  const { pending, begun, open, turn } = scriptedOpenings();
  const opened = openAhead(1000, open);
  await turn();
  expect(begun.count).toBe(128);
  for (const settle of pending.splice(0, 5)) settle('open');
  await turn();
  expect(begun.count).toBe(133);
  while (pending.length > 0) {
    expect(pending.length).toBeLessThanOrEqual(128);
    for (const settle of pending.splice(0)) settle('open');
    await turn();
  }
  await opened;
  expect(begun.count).toBe(1000);
});

test('a server that refuses costs one attempt per lane', async () => {
  const { pending, begun, open, turn } = scriptedOpenings();
  const opened = openAhead(1000, open);
  await turn();
  for (const settle of pending.splice(0)) settle('failed');
  await opened;
  expect(begun.count).toBe(128);
});

test('a server whose queue is full is asked again', async () => {
  const outcomes: OpenOutcome[] = ['busy', 'busy', 'open', 'open'];
  let begun = 0;
  await openAhead(2, () => ({
    whenOpen: async () => outcomes[begun++] ?? 'failed',
    destroy: () => undefined,
  }));
  expect(begun).toBe(4);
});

test('nothing is opened where enough is open, or nobody wants it any more', async () => {
  let begun = 0;
  const stopped = () => {
    begun++;
    return null;
  };
  await openAhead(-3, stopped);
  await openAhead(0, stopped);
  expect(begun).toBe(0);
  await openAhead(1000, stopped);
  expect(begun).toBe(128);
});
