import type { PlannedStage } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { pictureOf } from './picture-of.ts';
import { reduceRun } from './reduce-run.ts';
import type { RunState } from './run-state.ts';
import { endedWith, newState, progressWith, usersStage } from './testing/run-events.ts';
import { planSecondsLeft } from './time-left.ts';

const noWarmup = { kind: 'requests', count: 0 } as const;
const counted = (changes: Partial<PlannedStage>): PlannedStage =>
  usersStage({ stop: { kind: 'requests', count: 5 }, warmup: noWarmup, ...changes });

/** A run of these stages, of which the first ones took so many seconds each, a second apart. */
function runOf(stages: readonly PlannedStage[], took: readonly number[]): RunState {
  let state = reduceRun(newState(), { kind: 'planned', stages, done: [] }, 0);
  let at = 0;
  for (const [position, seconds] of took.entries()) {
    const stage = stages[position] ?? usersStage();
    state = reduceRun(state, { kind: 'stage-started', stage, position, total: stages.length }, at);
    at += seconds * 1000;
    state = reduceRun(state, { kind: 'stage-ended', stage: endedWith({ id: stage.id }) }, at);
    at += 1000;
  }
  return state;
}

test('a stage takes as long as one of its kind did at the other target, with the pause between', () => {
  const stages = [
    counted({ id: 'a' }),
    counted({ id: 'b', target: 'sglang' }),
    counted({ id: 'c', repeat: 2 }),
  ];
  expect(planSecondsLeft(runOf(stages, [40]), null)).toBe(80);
  expect(planSecondsLeft(runOf(stages, [40, 20]), null)).toBe(31);
});

test('a stage that lasts a time takes that time where no other of its kind has ended', () => {
  const warmup = { kind: 'duration', micros: 2e6 } as PlannedStage['warmup'];
  const stages = [counted({ id: 'a' }), usersStage({ id: 'b', warmup })];
  expect(planSecondsLeft(runOf(stages, [40]), null)).toBe(12);
});

test('a level that lasts a time takes as long as another level that lasts it, warm-up and last answers included', () => {
  const more = { loop: 'closed', users: 8, thinkTime: null } as const;
  const stages = [usersStage({ id: 'a' }), usersStage({ id: 'b', load: more })];
  expect(planSecondsLeft(runOf(stages, [14]), null)).toBe(14);
  expect(planSecondsLeft(runOf(stages, []), null)).toBeNull();
});

test('where a stage to come says nothing about its time, nothing is said about the plan', () => {
  const stages = [
    counted({ id: 'a' }),
    counted({ id: 'b', load: { loop: 'closed', users: 8, thinkTime: null } }),
  ];
  expect(planSecondsLeft(runOf(stages, [40]), null)).toBeNull();
  expect(planSecondsLeft(runOf(stages, []), null)).toBeNull();
});

test('a stage that was skipped says nothing about how long its kind takes', () => {
  const stages = [counted({ id: 'a' }), counted({ id: 'b', repeat: 2 })];
  let state = runOf(stages, []);
  const [stage = usersStage()] = stages;
  state = reduceRun(state, { kind: 'stage-started', stage, position: 0, total: 2 }, 0);
  state = reduceRun(state, { kind: 'stage-ended', stage: endedWith({ id: 'a', status: 'partial' }) }, 500);
  expect(planSecondsLeft(state, null)).toBeNull();
});

test('the time of the stage that runs is part of it', () => {
  const stages = [
    counted({ id: 'a' }),
    usersStage({ id: 'b', warmup: noWarmup }),
    counted({ id: 'c', repeat: 2 }),
  ];
  let state = runOf(stages, [40]);
  const running = { kind: 'stage-started', stage: stages[1] ?? usersStage(), position: 1, total: 3 } as const;
  state = reduceRun(state, running, 41_000);
  // Before its first totals came, its plan says how long it takes.
  expect(pictureOf(state, 43_000, 10).secondsLeft).toBe(8 + 40 + 1);
  state = reduceRun(state, { kind: 'progress', stage: 'b', ...progressWith() }, 41_250);
  expect(pictureOf(state, 44_000, 10).secondsLeft).toBe(7 + 40 + 1);
});

test('while a stage warms up, what its kind took before says how long it will take', () => {
  const stages = [usersStage({ id: 'a' }), usersStage({ id: 'b', repeat: 2 })];
  const second = { kind: 'stage-started', stage: stages[1] ?? usersStage(), position: 1, total: 2 } as const;
  const state = reduceRun(runOf(stages, [14]), second, 15_000);
  expect(pictureOf(state, 17_000, 10)).toMatchObject({ secondsLeft: 12, stage: { secondsLeft: null } });
});

test('when everything has ended nothing is left', () => {
  expect(planSecondsLeft(runOf([counted({ id: 'a' })], [40]), null)).toBe(0);
});
