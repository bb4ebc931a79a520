import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profiles, startSimulatedServer } from '@kneepoint/sim-server';
import { expect, onTestFinished, test } from 'vitest';
import { createAgent } from '../api/create-agent.ts';
import { createAgentClient } from '../client/agent-client.ts';
import type { JobEvent } from '../events/job-event.ts';
import { deployedTarget, depsForTests, freePort, smallPlan } from './testing/agent-for-tests.ts';

async function startAgent() {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-controls-'));
  const agent = await createAgent(depsForTests(state));
  onTestFinished(async () => {
    await agent.close();
    rmSync(state, { recursive: true, force: true });
  });
  return createAgentClient({ fetch: (path, init) => agent.app.request(path, init) });
}

async function runningTarget(): Promise<string> {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  return `  - { name: sim, url: "${server.url}" }`;
}

/** The order in which stages, waits and ends came. */
const story = (events: readonly JobEvent[]): readonly string[] =>
  events.flatMap((event) => {
    switch (event.kind) {
      case 'stage-started':
        return [`start ${event.stage.target}${event.stage.repeat}`];
      case 'stage-ended':
        return [`${event.stage.status} ${event.stage.target}`];
      case 'held':
        return [event.held ? 'held' : 'goes on'];
      case 'deployment':
        return event.state === 'stopped' ? [`${event.target} stopped`] : [];
      default:
        return [];
    }
  });

test('a held job lets its stage end, waits before the next one, and goes on when it is released', async () => {
  const client = await startAgent();
  const { id } = await client.submitJob({ plan: smallPlan([await runningTarget()], 'repeats: 2') });
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) {
    events.push(event);
    if (event.kind === 'stage-started' && event.position === 0) {
      expect(await client.holdJob(id)).toMatchObject({ held: true });
      expect(await client.holdJob(id)).toMatchObject({ held: true });
    }
    if (event.kind === 'stage-ended' && events.filter(({ kind }) => kind === 'stage-ended').length === 1) {
      expect(await client.job(id)).toMatchObject({ held: true, state: 'measuring' });
      expect(await client.releaseJob(id)).toMatchObject({ held: false });
    }
  }
  expect(story(events)).toEqual([
    'start sim1',
    'held',
    'completed sim',
    'goes on',
    'start sim2',
    'completed sim',
  ]);
  expect(await client.job(id)).toMatchObject({ held: false, state: 'done' });
});

test('a job is held between two turns, when no server of it runs', async () => {
  const client = await startAgent();
  const targets = [deployedTarget('a', await freePort()), deployedTarget('b', await freePort())];
  const { id } = await client.submitJob({ plan: smallPlan(targets) });
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) {
    events.push(event);
    if (event.kind === 'stage-started' && event.position === 0) await client.holdJob(id);
    if (event.kind === 'deployment' && event.target === 'a' && event.state === 'stopped') {
      // Whatever comes next has to wait until the job is released.
      expect(await client.job(id)).toMatchObject({ held: true, state: 'tearing-down' });
      await client.releaseJob(id);
    }
  }
  expect(story(events)).toEqual([
    'start a1',
    'held',
    'completed a',
    'a stopped',
    'goes on',
    'start b1',
    'completed b',
    'b stopped',
  ]);
});

test('a job that is held while its server starts waits before its first stage', async () => {
  const client = await startAgent();
  const { id } = await client.submitJob({ plan: smallPlan([deployedTarget('a', await freePort())]) });
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) {
    events.push(event);
    if (event.kind === 'deployment' && event.state === 'starting') await client.holdJob(id);
    if (event.kind === 'target-found') await client.releaseJob(id);
  }
  expect(story(events)).toEqual(['held', 'goes on', 'start a1', 'completed a', 'a stopped']);
});

test('a held job that is cancelled ends, and is held no more', async () => {
  const client = await startAgent();
  const { id } = await client.submitJob({ plan: smallPlan([await runningTarget()], 'repeats: 2') });
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) {
    events.push(event);
    if (event.kind === 'stage-started') await client.holdJob(id);
    if (event.kind === 'stage-ended') await client.cancelJob(id, false);
  }
  expect(story(events)).toEqual(['start sim1', 'held', 'completed sim', 'goes on']);
  expect(await client.job(id)).toMatchObject({ state: 'cancelled', held: false });
});

test('a stage that is skipped is kept as partial, and the next one runs', async () => {
  const client = await startAgent();
  const plan = `version: 1
name: long
targets:
${await runningTarget()}
suites: [{ kind: concurrency, users: [1], duration: 60s, inputTokens: 40, outputTokens: 8 }, { kind: single-user, requests: 2, outputTokens: 8 }]
`;
  const { id } = await client.submitJob({ plan });
  let skipped = false;
  for await (const event of client.followJob(id)) {
    if (event.kind !== 'progress' || event.fields.completed === 0 || skipped) continue;
    skipped = true;
    await client.skipStage(id);
  }
  const { stages } = await client.result(id);
  expect(stages.map(({ status }) => status)).toEqual(['partial', 'completed']);
  expect(await client.job(id)).toMatchObject({ state: 'done' });
});

test('what a job is not in a state for is refused with why', async () => {
  const client = await startAgent();
  const running = await client.submitJob({
    plan: smallPlan([deployedTarget('never', await freePort(), '--never')]),
  });
  const waiting = await client.submitJob({ plan: smallPlan([await runningTarget()]) });
  for await (const event of client.followJob(running.id)) if (event.kind === 'log') break;
  await expect(client.holdJob(waiting.id)).rejects.toMatchObject({ code: 'job-waits', exitCode: 2 });
  await expect(client.skipStage(running.id)).rejects.toMatchObject({ code: 'no-stage' });
  await expect(client.releaseJob(running.id)).rejects.toMatchObject({ code: 'job-not-held' });
  await client.cancelJob(running.id, true);
  for await (const _ of client.followJob(waiting.id));
  const asked = [client.holdJob, client.releaseJob, client.skipStage];
  for (const ask of asked) await expect(ask(waiting.id)).rejects.toMatchObject({ code: 'job-ended' });
  await expect(client.holdJob('job-00000000000000000000')).rejects.toMatchObject({ code: 'unknown' });
});
