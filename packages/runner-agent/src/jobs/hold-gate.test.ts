import { expect, test } from 'vitest';
import { HoldGate } from './hold-gate.ts';

const never = new AbortController().signal;

/** Whether it has resolved by the time that everything else that could happen has happened. */
async function isOver(waiting: Promise<void>): Promise<boolean> {
  let over = false;
  void waiting.then(() => {
    over = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return over;
}

test('an open gate is passed, a closed one when it is opened', async () => {
  const gate = new HoldGate();
  await gate.passed(never);
  expect([gate.hold(), gate.hold(), gate.held]).toEqual([true, false, true]);
  const waiting = gate.passed(never);
  expect(await isOver(waiting)).toBe(false);
  expect([gate.release(), gate.release(), gate.held]).toEqual([true, false, false]);
  await waiting;
});

test('a gate that is closed again before anybody went through stays closed', async () => {
  const gate = new HoldGate();
  gate.hold();
  const waiting = gate.passed(never);
  gate.release();
  gate.hold();
  expect(await isOver(waiting)).toBe(false);
  gate.release();
  await waiting;
});

test('who gives up does not wait', async () => {
  const gate = new HoldGate();
  gate.hold();
  const giveUp = new AbortController();
  const waiting = gate.passed(giveUp.signal);
  giveUp.abort();
  await waiting;
  await gate.passed(giveUp.signal);
});
