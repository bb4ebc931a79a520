import { expect, test } from 'vitest';
import { micros } from '../units/units.ts';
import { ReadQueue } from './read-queue.ts';

/** An event loop whose rests and turns the test makes. */
function loop() {
  const state = { now: 0, rested: 0, ends: [] as (() => void)[] };
  const queue = new ReadQueue(
    { now: () => micros(state.now) },
    { rested: () => state.rested, afterReads: (run) => void state.ends.push(run) },
  );
  return {
    queue,
    /** Time in which the loop does not rest; returns the instant. */
    pass(micros: number): number {
      state.now += micros;
      return state.now;
    },
    /** A turn that begins when the one before has ended and the loop has rested for so long. */
    turn(rest: number, reads: number, each: number): number[] {
      state.now += rest;
      state.rested += rest;
      const waits: number[] = [];
      for (let read = 0; read < reads; read++) {
        waits.push(queue.read(state.now));
        state.now += each;
      }
      for (const end of state.ends.splice(0)) end();
      return waits;
    },
  };
}

test('a read that woke the loop did not wait, and those behind it waited for those before them at most', () => {
  const { turn } = loop();
  expect(turn(5_000, 4, 10)).toEqual([0, 10, 20, 30]);
  expect(turn(5_000, 2, 10)).toEqual([0, 10]);
});

test('what a loop without rest finds at once may have come at any time after the poll before', () => {
  const { turn } = loop();
  turn(5_000, 100, 10);
  const [first, second] = turn(0, 2, 10);
  expect([first, second]).toEqual([1_000, 1_010]);
});

test('a long stretch without rest is bounded by two turns, not by the stretch', () => {
  const { turn } = loop();
  turn(1_000, 100, 10);
  for (let turns = 0; turns < 50; turns++) turn(0, 100, 10);
  const last = turn(0, 100, 10);
  expect(Math.max(...last)).toBeLessThanOrEqual(2_000);
});

test('a loop that is late for its timers and reads nothing bounds a later read by two of them', () => {
  const { queue, turn, pass } = loop();
  turn(1_000, 1, 10);
  for (let ticks = 0; ticks < 10; ticks++) {
    pass(20_000);
    queue.turned(pass(0));
  }
  const [wait] = turn(0, 1, 10);
  expect(wait).toBe(20_000);
});

test('the waits of first tokens are told apart, and no read is no wait', () => {
  const { queue, turn } = loop();
  expect(queue.waits).toEqual({ p99: null, firstTokenMean: null });
  turn(1_000, 100, 10);
  queue.firstToken(100);
  queue.firstToken(300);
  expect(queue.waits).toEqual({ p99: null, firstTokenMean: 200 });
  for (let turns = 0; turns < 5; turns++) turn(1_000, 100, 10);
  expect(queue.waits.p99).toBeGreaterThanOrEqual(980);
});
