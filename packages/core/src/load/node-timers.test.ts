import { expect, test } from 'vitest';
import { createMonotonicClock, readClockZero } from '../clock/clock.ts';
import { createNodeTimers } from './node-timers.ts';

const clock = createMonotonicClock(readClockZero());
const timers = createNodeTimers(() => clock.now());
const wait = (length: number): Promise<number> =>
  new Promise((resolve) => void timers.after(length, () => resolve(clock.now())));

test.each([0, 300, 1500, 4200])(
  'a wait of %i us never ends early: it is not rounded to milliseconds',
  async (length) => {
    const from = clock.now();
    expect(await wait(length)).toBeGreaterThanOrEqual(from + length);
  },
);

test('waits end in the order of their length', async () => {
  const order: number[] = [];
  await Promise.all([3000, 500, 5000].map(async (length) => wait(length).then(() => order.push(length))));
  expect(order).toEqual([500, 3000, 5000]);
});

test('a cancelled wait never runs', async () => {
  const runs: string[] = [];
  timers.after(500, () => runs.push('short')).cancel();
  timers.after(2500, () => runs.push('long')).cancel();
  await wait(4000);
  expect(runs).toEqual([]);
});
