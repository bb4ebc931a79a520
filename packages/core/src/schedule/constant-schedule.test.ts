import { expect, test } from 'vitest';
import { instantsOf, scheduleOf, seconds } from './testing/planned.ts';

const constant = (requestsPerSecond: number) => ({ kind: 'constant', requestsPerSecond }) as const;

test.each([
  { rate: 2, count: 4, instants: [0, 500_000, 1_000_000, 1_500_000] },
  { rate: 3, count: 4, instants: [0, 333_333, 666_667, 1_000_000] },
  { rate: 0.5, count: 3, instants: [0, 2_000_000, 4_000_000] },
  { rate: 1_000_000, count: 3, instants: [0, 1, 2] },
  { rate: 5, count: 0, instants: [] },
])('$count constant arrivals at $rate requests/s are planned at $instants', ({ rate, count, instants }) => {
  expect(instantsOf(constant(rate), 100, { count })).toEqual(instants);
});

test('the last arrival of a timed stage is earlier than its end', () => {
  const schedule = scheduleOf(constant(4), { durationMicros: seconds(1) });
  expect([0, 1, 2, 3, 4, 1_000_000].map((index) => schedule.at(index))).toEqual([
    0,
    250_000,
    500_000,
    750_000,
    null,
    null,
  ]);
});

test('the earlier of count and duration ends the schedule', () => {
  const durationMicros = seconds(1);
  expect(instantsOf(constant(4), 100, { count: 2, durationMicros })).toHaveLength(2);
  expect(instantsOf(constant(4), 100, { count: 9, durationMicros })).toHaveLength(4);
});

test('after a million arrivals at 333.3 requests/s the plan is within a microsecond of the formula', () => {
  // k / 333.3 s in whole numbers: k * 10^7 / 3333 microseconds.
  const schedule = scheduleOf(constant(333.3));
  for (const index of [1_000_000, 1_000_001, 9_999_999]) {
    const exact = Number((BigInt(index) * 10_000_000n) / 3333n);
    expect(Math.abs((schedule.at(index) ?? 0) - exact)).toBeLessThanOrEqual(1);
  }
});

test('a schedule without an end is read as far as asked', () => {
  expect(instantsOf(constant(10), 3)).toHaveLength(3);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a rate of %s is refused', (rate) => {
  expect(() => scheduleOf(constant(rate))).toThrow(RangeError);
});
