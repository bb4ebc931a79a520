import { expect, test } from 'vitest';
import { isEnded, isUnderWay, jobStates, nextState, transitions } from './job-state.ts';

test('a job that goes well takes its way through every state of it', () => {
  const triggers = [
    'start',
    'deployed',
    'measure',
    'measured',
    'next-turn',
    'deployed',
    'measure',
    'stop',
    'measured',
    'cancel',
  ] as const;
  let state: ReturnType<typeof nextState> = 'queued';
  const seen = triggers.map((trigger) => {
    state = state === null ? null : nextState(state, trigger);
    return state;
  });
  expect(seen).toEqual([
    'deploying',
    'ready',
    'measuring',
    'tearing-down',
    'deploying',
    'ready',
    'measuring',
    'draining',
    'tearing-down',
    'cancelled',
  ]);
});

test('what has started servers ends by way of tearing-down, whatever happens', () => {
  const under = jobStates.filter((state) => isUnderWay(state) && state !== 'tearing-down');
  for (const state of under) {
    expect([state, nextState(state, 'fail')]).toEqual([state, 'tearing-down']);
    for (const to of Object.values(transitions[state])) expect([state, isEnded(to)]).toEqual([state, false]);
  }
});

test('an ended job stays as it is', () => {
  expect(jobStates.filter(isEnded)).toEqual(['done', 'failed', 'cancelled']);
  expect(nextState('done', 'start')).toBeNull();
});

test('every state can be reached from queued', () => {
  const reached = new Set<string>(['queued']);
  for (const state of reached)
    for (const to of Object.values(transitions[state as keyof typeof transitions])) reached.add(to);
  expect([...reached].sort()).toEqual([...jobStates].sort());
});
