import { reduceRun } from '../reduce-run.ts';
import type { RunState } from '../run-state.ts';
import type { WatchedEvent } from '../watched-event.ts';
import { endedWith, newState, progressWith, rateStage, usersStage } from './run-events.ts';

/** Events with the instants at which they happened. */
export type Told = readonly (readonly [at: number, event: WatchedEvent])[];

/** The state after all of them. */
export const after = (told: Told, state: RunState = newState()): RunState =>
  told.reduce((so, [at, event]) => reduceRun(so, event, at), state);

export const users = usersStage();
export const rate = rateStage({ target: 'sglang' });
export const planned: WatchedEvent = { kind: 'planned', stages: [users, rate], done: [] };
export const started: WatchedEvent = { kind: 'stage-started', stage: users, position: 0, total: 2 };
export const ended: WatchedEvent = { kind: 'stage-ended', stage: endedWith() };

/** Totals of the stage of `started`, or of another one. */
export const progress = (parts: Parameters<typeof progressWith>[0], stage = users.id): WatchedEvent => ({
  kind: 'progress',
  stage,
  ...progressWith(parts),
});
