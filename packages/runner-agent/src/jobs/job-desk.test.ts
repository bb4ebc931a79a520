import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { profiles, startSimulatedServer } from '@kneepoint/sim-server';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { type AgentDeps, createAgent } from '../api/create-agent.ts';
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

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function startAgent(changes: Partial<AgentDeps> = {}) {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-agent-'));
  folders.push(state);
  const agent = await createAgent({ ...depsForTests(state), ...changes });
  onTestFinished(() => agent.close());
  const client = createAgentClient({ fetch: (path, init) => agent.app.request(path, init) });
  return { agent, client, state };
}

type Client = ReturnType<typeof createAgentClient>;

async function eventsOf(client: Client, id: string): Promise<readonly JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const event of client.followJob(id)) events.push(event);
  return events;
}

const statesOf = (events: readonly JobEvent[]): readonly string[] =>
  events.flatMap((event) => (event.kind === 'state' ? [event.state] : []));

test('a plan over a running server is measured, and its result and records come back', async () => {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  const { client } = await startAgent();
  const job = await client.submitJob({ plan: smallPlan([`  - { name: sim, url: "${server.url}" }`]) });
  const events = await eventsOf(client, job.id);
  expect(statesOf(events)).toEqual(['queued', 'deploying', 'ready', 'measuring', 'tearing-down', 'done']);
  expect(events.map((event) => event.kind)).toContain('stage-ended');
  const result = await client.result(job.id);
  expect(result.stages.map((stage) => [stage.target, stage.status])).toEqual([['sim', 'completed']]);
  expect(result.exit).not.toBeNull();
  const packed = Buffer.from(await new Response(await client.requestRecords(job.id)).arrayBuffer());
  expect(gunzipSync(packed).toString().trim().split('\n')).toHaveLength(result.requests.count);
  expect((await client.job(job.id)).exit).toEqual(result.exit);
});

test('two deployed servers have the host one after the other, and swap places from repeat to repeat', async () => {
  const { client, state } = await startAgent();
  const targets = [deployedTarget('a', await freePort()), deployedTarget('b', await freePort())];
  const job = await client.submitJob({ plan: smallPlan(targets, 'repeats: 2') });
  const events = await eventsOf(client, job.id);
  const servers = events.flatMap((event) =>
    event.kind === 'deployment' && event.state !== 'starting' ? [`${event.target} ${event.state}`] : [],
  );
  expect(servers).toEqual(['a ready', 'a stopped', 'b ready', 'b stopped', 'a ready', 'a stopped']);
  const result = await client.result(job.id);
  expect(result.stages.map(({ target, repeat }) => `${target}${repeat}`)).toEqual(['a1', 'b1', 'b2', 'a2']);
  expect(result.targets.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(result.analysis.comparisons.length).toBeGreaterThan(0);
  const records = gunzipSync(
    Buffer.from(await new Response(await client.requestRecords(job.id)).arrayBuffer()),
  );
  expect(records.toString().trim().split('\n')).toHaveLength(result.requests.count);
  expect(recordedChildren(childrenFolder(state))).toEqual([]);
});

test('a server that does not start is told of with the end of its log, and the other one is measured', async () => {
  const { client } = await startAgent();
  const targets = [
    deployedTarget('broken', await freePort(), '--broken'),
    deployedTarget('good', await freePort()),
  ];
  const { id } = await client.submitJob({ plan: smallPlan(targets) });
  await eventsOf(client, id);
  const job = await client.job(id);
  expect(job.state).toBe('done');
  const broken = job.targets.find(({ name }) => name === 'broken');
  expect(broken).toMatchObject({ state: 'failed', failure: { code: 'server-exited', exitCode: 3 } });
  expect(broken?.logTail.join('\n')).toContain('no kernel image is available');
  expect(job.exit).toMatchObject({ code: 3 });
  expect((await client.result(id)).stages.map((stage) => stage.target)).toEqual(['good']);
});

test('a job whose only server does not start has failed and says why', async () => {
  const { client } = await startAgent();
  const { id } = await client.submitJob({
    plan: smallPlan([deployedTarget('x', await freePort(), '--broken')]),
  });
  const events = await eventsOf(client, id);
  expect(statesOf(events)).toEqual(['queued', 'deploying', 'tearing-down', 'failed']);
  expect(await client.job(id)).toMatchObject({ failure: { code: 'server-exited' }, hasResult: false });
  await expect(client.result(id)).rejects.toMatchObject({ code: 'no-result' });
});

test('one job is under way at a time; the next begins when it has ended', async () => {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  const { client } = await startAgent();
  const plan = smallPlan([`  - { name: sim, url: "${server.url}" }`]);
  const jobs = await Promise.all([client.submitJob({ plan }), client.submitJob({ plan })]);
  const [first, second] = await Promise.all(
    jobs.map(async ({ id }) => {
      await eventsOf(client, id);
      return client.job(id);
    }),
  );
  expect((await client.jobs({ newest: 1 })).map(({ id }) => id)).toEqual([(await client.jobs())[0]?.id]);
  const [earlier, later] = [first, second].sort((left, right) =>
    String(left?.startedAt).localeCompare(String(right?.startedAt)),
  );
  expect(String(later?.startedAt) >= String(earlier?.endedAt)).toBe(true);
});

test('more jobs than the policy allows are refused', async () => {
  const deps = depsForTests('unused');
  const policy = { ...deps.policy, limits: { ...deps.policy.limits, jobs: 1 } };
  const { client } = await startAgent({ policy });
  const plan = smallPlan([deployedTarget('x', await freePort(), '--never')]);
  const { id } = await client.submitJob({ plan });
  await expect(client.submitJob({ plan })).rejects.toMatchObject({ code: 'too-many-jobs' });
  await client.cancelJob(id, true);
  await eventsOf(client, id);
});

test('a job that is cancelled while its server starts is cancelled, and nothing of it goes on', async () => {
  const { client, state } = await startAgent();
  const { id } = await client.submitJob({
    plan: smallPlan([deployedTarget('x', await freePort(), '--never')]),
  });
  const states: string[] = [];
  for await (const event of client.followJob(id)) {
    if (event.kind === 'log') await client.cancelJob(id, false);
    if (event.kind === 'state') states.push(event.state);
  }
  expect(states).toEqual(['queued', 'deploying', 'tearing-down', 'cancelled']);
  expect(recordedChildren(childrenFolder(state))).toEqual([]);
});

test('a job that is cancelled while it measures drains, keeps what it has, and says so', async () => {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  const { client } = await startAgent();
  const plan = `version: 1
name: long
targets: [{ name: sim, url: "${server.url}" }]
suites: [{ kind: concurrency, users: [1, 2], duration: 60s, inputTokens: 40, outputTokens: 8 }]
`;
  const { id } = await client.submitJob({ plan });
  const states: string[] = [];
  for await (const event of client.followJob(id)) {
    if (event.kind === 'progress' && event.fields.completed > 0 && states.at(-1) === 'measuring')
      await client.cancelJob(id, false);
    if (event.kind === 'state') states.push(event.state);
  }
  expect(states).toEqual([
    'queued',
    'deploying',
    'ready',
    'measuring',
    'draining',
    'tearing-down',
    'cancelled',
  ]);
  const result = await client.result(id);
  expect(result.exit?.code).toBe(130);
  expect(result.stages[0]).toMatchObject({ status: 'partial' });
  await expect(client.cancelJob(id, false)).rejects.toMatchObject({ code: 'job-ended' });
});

test('a plan that cannot be run is refused with all its problems, and leaves nothing behind', async () => {
  const { client } = await startAgent();
  await expect(
    client.submitJob({ plan: 'version: 1\nname: x\n', planName: 'mine.yaml' }),
  ).rejects.toMatchObject({
    code: 'plan-invalid',
    message: expect.stringContaining('mine.yaml'),
  });
  expect(await client.jobs()).toEqual([]);
});

test('files that come along are read from the job, by the names that the plan gives them', async () => {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  const { client } = await startAgent();
  const plan = `version: 1
name: traced
targets: [{ name: sim, url: "${server.url}" }]
suites: [{ kind: arrivals, arrivals: { kind: trace, source: ../traces/mine.txt, format: timestamps }, inputTokens: 40, outputTokens: 4 }]
`;
  const content = Buffer.from('0.0\n0.05\n0.1\n').toString('base64');
  const failing = client.submitJob({ plan });
  await expect(failing).rejects.toMatchObject({ message: expect.stringContaining('../traces/mine.txt') });
  const { id } = await client.submitJob({ plan, files: [{ source: '../traces/mine.txt', base64: content }] });
  await eventsOf(client, id);
  const { counts } = (await client.result(id)).stages[0] ?? {};
  expect(counts?.planned).toBe(3);
});

test('secrets are in no event, no record and no result', async () => {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  const secret = 'very-secret-key-0123456789';
  const { client, state } = await startAgent({ variables: { TARGET_DOOR: secret } });
  const plan = smallPlan([
    `  - { name: sim, url: "${server.url}", apiKeyEnv: TARGET_DOOR, headers: { X-Api-Key: ${secret} } }`,
    deployedTarget('noisy', await freePort(), secret),
  ]);
  const { id } = await client.submitJob({ plan, command: `kneepoint --header "x: ${secret}"` });
  const events = JSON.stringify(await eventsOf(client, id));
  expect(events).toContain('reading the weights');
  expect(events).not.toContain(secret);
  for (const name of ['job.json', 'result.json', 'events.ndjson'])
    expect(readFileSync(join(state, 'jobs', id, name), 'utf8')).not.toContain(secret);
});

test('an interrupted run is gone on with: its finished stages are kept and not measured again', async () => {
  const server = await startSimulatedServer({ profile: profiles.ideal });
  onTestFinished(() => server.close());
  const { client } = await startAgent();
  const plan = smallPlan([`  - { name: sim, url: "${server.url}" }`], 'repeats: 2');
  const whole = await client.submitJob({ plan });
  await eventsOf(client, whole.id);
  const result = await client.result(whole.id);
  const resume = { ...result, stages: result.stages.slice(0, 1), exit: null };
  const rest = await client.submitJob({ plan, resume });
  const events = await eventsOf(client, rest.id);
  expect(events.filter((event) => event.kind === 'stage-started')).toHaveLength(1);
  const resumed = await client.result(rest.id);
  expect(resumed.stages.map(({ id }) => id)).toEqual(result.stages.map(({ id }) => id));
  expect(resumed.id).toBe(result.id);
});
