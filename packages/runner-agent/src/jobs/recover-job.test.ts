import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { createAgent } from '../api/create-agent.ts';
import { createAgentClient } from '../client/agent-client.ts';
import type { JobEvent } from '../events/job-event.ts';
import {
  childrenFolder,
  deployedTarget,
  depsForTests,
  freePort,
  smallPlan,
} from './testing/agent-for-tests.ts';
import { recordedChildren } from './testing/child-deployer.ts';

const script = fileURLToPath(new URL('./testing/mortal-agent.ts', import.meta.url));

function newState(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-mortal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs an agent until it is killed; returns the servers that it leaves behind. */
async function liveAndDie(
  state: string,
  point: string,
  plans: readonly string[],
): Promise<readonly number[]> {
  const child = spawn(process.execPath, [script, state, point, ...plans], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  return recordedChildren(childrenFolder(state));
}

async function startAgain(state: string) {
  const agent = await createAgent(depsForTests(state));
  onTestFinished(() => agent.close());
  const found = await agent.recovered;
  const client = createAgentClient({ fetch: (path, init) => agent.app.request(path, init) });
  return { client, found };
}

async function eventsOf(
  client: ReturnType<typeof createAgentClient>,
  id: string,
): Promise<readonly JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) events.push(event);
  return events;
}

/** One that was killed and that nobody has asked how it ended is still listed, but does not live. */
const isAlive = (pid: number): boolean => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2, text.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return false;
  }
};

/** A process that was killed is gone when the kernel says so, a moment later. */
const expectGone = async (pids: readonly number[]): Promise<void> => {
  for (const pid of pids) await expect.poll(() => isAlive(pid)).toBe(false);
};

test.each(['deploying', 'measuring', 'draining', 'tearing-down'])(
  'an agent killed while a job is %s says so when it comes back, and leaves no server behind',
  async (point) => {
    const state = newState();
    const plan = smallPlan([deployedTarget('sim', await freePort())], 'repeats: 2');
    const left = await liveAndDie(state, point, [plan]);
    expect(left.map(isAlive)).toEqual([true]);
    const { client, found } = await startAgain(state);
    expect(found).toHaveLength(1);
    await expectGone(left);
    const [job] = await client.jobs();
    expect(job).toMatchObject({
      state: 'failed',
      interruptedIn: point,
      failure: { code: 'agent-interrupted' },
    });
    const events = await eventsOf(client, job?.id ?? '');
    expect(events.at(-1)).toMatchObject({ kind: 'state', state: 'failed' });
    expect(events.some((event) => event.kind === 'note' && event.text.startsWith('found running'))).toBe(
      true,
    );
  },
);

test('an agent killed while a job is ready says so when it comes back', async () => {
  const state = newState();
  // The targets are asked in the state ready; the first question kills the agent.
  const asked = Promise.withResolvers<void>();
  const server = createServer(() => asked.resolve());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const plan = smallPlan([
    `  - { name: silent, url: "http://127.0.0.1:${port}" }`,
    deployedTarget('sim', await freePort()),
  ]);
  const child = spawn(process.execPath, [script, state, 'never', plan], { stdio: 'inherit' });
  await asked.promise;
  child.kill('SIGKILL');
  await once(child, 'exit');
  server.closeAllConnections();
  const left = recordedChildren(childrenFolder(state));
  expect(left.map(isAlive)).toEqual([true]);
  const { client } = await startAgain(state);
  await expectGone(left);
  expect(await client.jobs()).toMatchObject([{ state: 'failed', interruptedIn: 'ready' }]);
});

test('an agent killed while its job was held brings back one that is held no more', async () => {
  const state = newState();
  const plan = smallPlan([deployedTarget('sim', await freePort())], 'repeats: 2');
  await liveAndDie(state, 'held', [plan]);
  const { client } = await startAgain(state);
  const [job] = await client.jobs();
  expect(job).toMatchObject({ state: 'failed', interruptedIn: 'measuring', held: false });
  expect(job?.failure?.message).toContain('while the job was measuring and held; 1 of 2 stages are kept');
  const events = await eventsOf(client, job?.id ?? '');
  const holds = events.flatMap((event) => (event.kind === 'held' ? [event.held] : []));
  expect(holds).toEqual([true, false]);
});

test('finished stages and their records are kept when the agent is killed', async () => {
  const state = newState();
  await liveAndDie(state, 'measuring', [smallPlan([deployedTarget('sim', await freePort())], 'repeats: 3')]);
  const { client } = await startAgain(state);
  const [job] = await client.jobs();
  expect(job?.stages).toEqual({ total: 3, ended: 1 });
  const result = await client.result(job?.id ?? '');
  expect(result.stages).toHaveLength(1);
  const packed = Buffer.from(await new Response(await client.requestRecords(job?.id ?? '')).arrayBuffer());
  expect(gunzipSync(packed).toString().trim().split('\n').length).toBeGreaterThanOrEqual(2);
});

test('a job that waited when the agent was killed is run by the next one', async () => {
  const state = newState();
  const port = await freePort();
  const plans = [
    smallPlan([deployedTarget('never', port, '--never')]),
    smallPlan([deployedTarget('sim', port)]),
  ];
  const left = await liveAndDie(state, 'queued', plans);
  const { client } = await startAgain(state);
  await expectGone(left);
  const [second, first] = await client.jobs();
  expect(first?.state).toBe('failed');
  const events = await eventsOf(client, second?.id ?? '');
  expect(events.at(-1)).toMatchObject({ state: 'done' });
  const ids = events.map((event) => ('id' in event ? event.id : 0));
  expect(ids).toEqual(ids.toSorted((left, right) => left - right));
});

test('a job that had ended is as it was', async () => {
  const state = newState();
  await liveAndDie(state, 'at the end', [smallPlan([deployedTarget('sim', await freePort())])]);
  const { client, found } = await startAgain(state);
  expect(found).toEqual([]);
  const [job] = await client.jobs();
  expect(job).toMatchObject({ state: 'done', interruptedIn: null });
  expect((await eventsOf(client, job?.id ?? '')).at(-1)).toMatchObject({ state: 'done' });
});

test('a second agent on the same folder is refused while the first one lives', async () => {
  const state = newState();
  await startAgain(state);
  await expect(createAgent(depsForTests(state))).rejects.toMatchObject({ code: 'state-in-use' });
});
