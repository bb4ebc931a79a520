import { expect, test } from 'vitest';
import { Listeners } from './listeners.ts';

test('no more than so many listeners have a seat, and a seat given back is free again', () => {
  const listeners = new Listeners(2, 1000, () => 0);
  const [first, second, third] = [listeners.enter(), listeners.enter(), listeners.enter()];
  expect([first === null, second === null, third === null]).toEqual([false, false, true]);
  first?.leave();
  expect(listeners.enter()).not.toBeNull();
  expect(listeners.dropped).toBe(0);
});

test('who takes nothing for too long is dropped, who takes something stays', () => {
  let now = 0;
  const listeners = new Listeners(10, 1000, () => now);
  const [idle, busy] = [listeners.enter(), listeners.enter()];
  now = 900;
  busy?.touch();
  now = 1500;
  listeners.sweep();
  expect([idle?.signal.aborted, idle?.signal.reason]).toEqual([true, 'stalled']);
  expect(busy?.signal.aborted).toBe(false);
  expect([listeners.count, listeners.dropped]).toEqual([1, 1]);
});
