import type { JobEvent } from '@kneepoint/runner-agent';
import { expect, test } from 'vitest';
import { AgentClock } from './agent-clock.ts';
import { everyEvent } from './testing/run-events.ts';

const event = (kind: 'note' | 'progress', there: number): JobEvent => ({
  ...everyEvent[kind],
  id: 1,
  at: new Date(there).toISOString(),
});

test('what happens now says how far the clocks are apart', () => {
  const clock = new AgentClock();
  clock.hear(event('progress', 100_000), 160_000);
  expect(clock.now(161_000)).toBe(101_000);
});

test('an event that is told late says nothing about the clocks', () => {
  const clock = new AgentClock();
  expect(clock.hear(event('note', 100_000), 900_000)).toBe(100_000);
  expect(clock.now(900_000)).toBe(900_000);
});

test('of several events the one that came the fastest is believed', () => {
  const clock = new AgentClock();
  clock.hear(event('progress', 100_000), 100_900);
  clock.hear(event('progress', 101_000), 101_020);
  clock.hear(event('progress', 102_000), 102_700);
  expect(clock.now(103_000)).toBe(102_980);
});

test('the present is never before what has happened', () => {
  const clock = new AgentClock();
  clock.hear(event('note', 500_000), 100_000);
  expect(clock.now(100_000)).toBe(500_000);
});

test('an event without a time has none', () => {
  expect(new AgentClock().hear({ kind: 'events-skipped', from: 1, to: 2 }, 5)).toBeNull();
});
