import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAgent } from '../api/create-agent.ts';
import { createAgentClient } from '../client/agent-client.ts';
import {
  childrenFolder,
  deployedTarget,
  depsForTests,
  freePort,
  smallPlan,
} from './testing/agent-for-tests.ts';
import { recordedChildren } from './testing/child-deployer.ts';

async function startAgent() {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-desk-'));
  onTestFinished(() => rmSync(state, { recursive: true, force: true }));
  const agent = await createAgent(depsForTests(state));
  const client = createAgentClient({ fetch: (path, init) => agent.app.request(path, init) });
  return { agent, client, state };
}

test('a person starts a server, reads its log as it comes, and stops it', async () => {
  const { agent, client, state } = await startAgent();
  onTestFinished(() => agent.close());
  const plan = smallPlan([deployedTarget('x', await freePort())]);
  const { id, state: first } = await client.startDeployment({ plan, target: 'x' });
  expect(first).toBe('starting');
  const log = new Response(await client.deploymentLogs(id)).text();
  await expect.poll(async () => (await client.deployment(id)).state, { timeout: 30_000 }).toBe('ready');
  expect((await client.deployment(id)).startup?.firstHealthyAnswer.value).toBeGreaterThan(0);
  expect(await client.stopDeployment(id)).toMatchObject({ id, state: 'stopped' });
  expect(await log).toMatch(/reading the weights[\s\S]*listening/);
  expect(recordedChildren(childrenFolder(state))).toEqual([]);
});

test('nothing is started by hand while a job is under way', async () => {
  const { agent, client } = await startAgent();
  onTestFinished(() => agent.close());
  const plan = smallPlan([deployedTarget('x', await freePort(), '--never')]);
  const { id } = await client.submitJob({ plan });
  for await (const event of client.followJob(id)) if (event.kind === 'log') break;
  await expect(client.startDeployment({ plan, target: 'x' })).rejects.toMatchObject({
    code: 'host-is-measuring',
  });
});

test('an agent that ends stops what it has started, and cancels the job that is under way', async () => {
  const { agent, client, state } = await startAgent();
  const { id } = await client.submitJob({
    plan: smallPlan([deployedTarget('x', await freePort(), '--never')]),
  });
  for await (const event of client.followJob(id)) if (event.kind === 'log') break;
  expect(recordedChildren(childrenFolder(state))).toHaveLength(1);
  await agent.close();
  expect(recordedChildren(childrenFolder(state))).toEqual([]);
  expect((await client.job(id)).state).toBe('cancelled');
});

test('a server that is to be kept goes on after its job and its agent', async () => {
  const { agent, client, state } = await startAgent();
  const port = await freePort();
  const { id } = await client.submitJob({ plan: smallPlan([deployedTarget('x', port)]), keep: true });
  let pid = 0;
  for await (const event of client.followJob(id))
    if (event.kind === 'deployment' && event.state === 'ready')
      [pid = 0] = recordedChildren(childrenFolder(state));
  onTestFinished(() => void process.kill(pid, 'SIGKILL'));
  await agent.close();
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  expect(recordedChildren(childrenFolder(state))).toEqual([]);
});
