import { expect, test } from 'vitest';
import type { DeploymentState } from './deployment-state.ts';
import { unknownStartup } from './startup-figures.ts';
import { createStateHolder } from './state-holder.ts';

const ready: DeploymentState = { kind: 'ready', startup: unknownStartup('test') };
const stopped: DeploymentState = { kind: 'stopped', exit: null };
const waiting: DeploymentState = { kind: 'starting', step: 'waiting' };

test('a deployment starts, becomes ready and ends; nothing follows after the end', async () => {
  const heard: string[] = [];
  const states = createStateHolder(({ kind }) => heard.push(kind));
  for (const state of [waiting, ready, waiting, stopped, ready, stopped]) states.enter(state);
  expect(heard).toEqual(['starting', 'ready', 'stopped']);
  expect(states.now()).toBe(stopped);
  expect(await states.settled).toBe(ready);
  expect(await states.ended).toBe(stopped);
});
