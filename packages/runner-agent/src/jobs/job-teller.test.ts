import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endedStage } from '@kneepoint/core';
import { profiles, startSimulatedServer } from '@kneepoint/sim-server';
import { expect, onTestFinished, test } from 'vitest';
import { type AgentDeps, createAgent } from '../api/create-agent.ts';
import { createAgentClient } from '../client/agent-client.ts';
import { type JobEvent, passingKinds } from '../events/job-event.ts';
import { deployedTarget, depsForTests, freePort, smallPlan } from './testing/agent-for-tests.ts';

async function startAgent(changes: Partial<AgentDeps> = {}) {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-teller-'));
  const agent = await createAgent({ ...depsForTests(state), ...changes });
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

async function eventsOf(
  client: ReturnType<typeof createAgentClient>,
  id: string,
): Promise<readonly JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) events.push(event);
  return events;
}

const only = <Kind extends JobEvent['kind']>(events: readonly JobEvent[], kind: Kind) =>
  events.filter((event): event is Extract<JobEvent, { kind: Kind }> => event.kind === kind);

/** What is told of the stages that ended is what the result says of them. */
async function expectFiguresOfResult(
  client: ReturnType<typeof createAgentClient>,
  id: string,
  events: readonly JobEvent[],
): Promise<void> {
  const { stages } = await client.result(id);
  expect(stages.length).toBeGreaterThan(1);
  expect(only(events, 'stage-ended').map(({ stage }) => stage)).toEqual(stages.map(endedStage));
}

test('a job of several turns tells its plan once, in the order in which it runs, and counts over all of it', async () => {
  const client = await startAgent();
  const targets = [deployedTarget('a', await freePort()), deployedTarget('b', await freePort())];
  const { id } = await client.submitJob({ plan: smallPlan(targets, 'repeats: 2') });
  const events = await eventsOf(client, id);
  const planned = only(events, 'planned');
  expect(planned).toHaveLength(1);
  expect(planned[0]?.stages?.map(({ target, repeat }) => `${target}${repeat}`)).toEqual([
    'a1',
    'b1',
    'b2',
    'a2',
  ]);
  const started = only(events, 'stage-started');
  expect(started.map(({ stage }) => stage.id)).toEqual(planned[0]?.stages?.map((stage) => stage.id));
  expect(started.map(({ position, total }) => `${position} of ${total}`)).toEqual([
    '0 of 4',
    '1 of 4',
    '2 of 4',
    '3 of 4',
  ]);
  await expectFiguresOfResult(client, id, events);
});

test('a job that goes on with an earlier run tells what that one brought along, and counts it', async () => {
  const client = await startAgent();
  const plan = smallPlan([await runningTarget()], 'repeats: 2');
  const whole = await client.submitJob({ plan });
  await eventsOf(client, whole.id);
  const result = await client.result(whole.id);
  const resume = { ...result, stages: result.stages.slice(0, 1), exit: null };
  const rest = await client.submitJob({ plan, resume });
  const events = await eventsOf(client, rest.id);
  const [planned] = only(events, 'planned');
  expect(planned?.stages?.map((stage) => stage.id)).toEqual(result.stages.map((stage) => stage.id));
  expect(planned?.done).toMatchObject([{ id: result.stages[0]?.id, status: 'completed', target: 'sim' }]);
  expect(only(events, 'stage-started')).toMatchObject([{ position: 1, total: 2 }]);
});

test('who comes when all is over still gets the whole picture: plan, targets, stages and their figures', async () => {
  const client = await startAgent();
  const { id } = await client.submitJob({ plan: smallPlan([await runningTarget()], 'repeats: 2') });
  await eventsOf(client, id);
  const late = await eventsOf(client, id);
  const passing: readonly string[] = [...passingKinds, 'state'];
  expect(late.map(({ kind }) => kind).filter((kind) => !passing.includes(kind))).toEqual([
    'planned',
    'target-found',
    'stage-started',
    'stage-ended',
    'stage-started',
    'stage-ended',
  ]);
  await expectFiguresOfResult(client, id, late);
});

test('samples of the probes say what the GPUs are, by the facts of the host', async () => {
  const fact = (value: unknown) => ({ value, source: 'nvml', reason: null });
  const gpu = { index: 0, name: fact('NVIDIA GeForce RTX 5090'), memoryBytes: fact(34e9) };
  const sample = { gpus: [{ devices: [{ index: 0, memoryUsedBytes: 1e9 }] }] };
  let listener: ((sample: object) => void) | null = null;
  const deps = depsForTests('unused');
  const client = await startAgent({
    environment: { read: async () => ({ gpus: fact([gpu]) }) as never },
    probes: {
      ...deps.probes,
      subscribe: (told) => {
        listener = told as never;
        return () => {};
      },
    },
  });
  const { id } = await client.submitJob({ plan: smallPlan([await runningTarget()]) });
  const gpus: unknown[] = [];
  for await (const event of client.followJob(id)) {
    if (event.kind === 'stage-started') (listener as ((sample: object) => void) | null)?.(sample);
    if (event.kind === 'probe') gpus.push(event.gpus);
  }
  expect(gpus).toEqual([[{ index: 0, name: 'NVIDIA GeForce RTX 5090', memoryTotal: 34e9 }]]);
});
