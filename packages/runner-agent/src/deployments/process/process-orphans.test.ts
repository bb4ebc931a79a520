import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeployer } from '../create-deployer.ts';
import type { Deployer } from '../deployer.ts';
import { isRunning } from '../testing/is-running.ts';
import { startKillableAgent } from '../testing/killable-agent.ts';
import { processOrder } from '../testing/process-order.ts';
import { identityOf } from './process-identity.ts';

let folder = '';
let deployer: Deployer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kneepoint-orphans-'));
  deployer = await createDeployer({ agentId: 'test', stateFolder: folder, environment: {} });
});

afterEach(async () => {
  await deployer.removeOrphans();
  await deployer.close();
  await rm(folder, { recursive: true, force: true });
});

test('what an agent leaves behind when it is killed is found and ended by the next one', async () => {
  const order = await processOrder('orphan', { flags: ['--children'] });
  const agent = await startKillableAgent(order, {
    folder,
    afterwards: '',
  });
  expect(await deployer.findOrphans()).toEqual([]);
  await agent.kill();
  const [orphan] = await deployer.findOrphans();
  expect(orphan).toMatchObject({ kind: 'process', deployment: order.id, job: 'job-1' });
  const pids = orphan?.what.split(', ').map(Number) ?? [];
  expect(pids).toHaveLength(3);
  expect(await deployer.removeOrphans()).toHaveLength(1);
  expect(pids.filter(isRunning)).toEqual([]);
  expect(await deployer.findOrphans()).toEqual([]);
  expect(await readdir(join(folder, 'deployments'))).toEqual([]);
});

test("a server that was released goes on without its agent, and is nobody's orphan", async () => {
  const order = await processOrder('kept', { flags: ['--children'] });
  const agent = await startKillableAgent(order, {
    folder,
    afterwards: 'await deployment.release(); await deployment.stop();',
  });
  await agent.kill();
  expect(await deployer.removeOrphans()).toEqual([]);
  expect((await fetch(`${order.url}/health`)).status).toBe(200);
  await writeFile(join(folder, 'deployments', `${order.id}.json`), await recordWithout(order.id, 'released'));
  expect(await deployer.removeOrphans()).toHaveLength(1);
});

test('a record without its process, or of another pid, ends nobody else', async () => {
  const agent = await startKillableAgent(await processOrder('gone'), {
    folder,
    afterwards: 'await deployment.stop();',
  });
  await agent.kill();
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { detached: true });
  const own = { ...(await identityOf(process.pid)), startTicks: 1 };
  const reused = { ...(await identityOf(bystander.pid ?? 0)), startTicks: 1 };
  const record = { version: 1, job: null, owner: own, released: false };
  await mkdir(join(folder, 'deployments'), { recursive: true });
  for (const [deployment, process] of [
    ['no-process', null],
    ['reused', reused],
  ] as const)
    await writeFile(
      join(folder, 'deployments', `${deployment}.json`),
      JSON.stringify({ ...record, deployment, process }),
    );
  await writeFile(join(folder, 'deployments', 'broken.json'), '{');
  expect(await deployer.removeOrphans()).toEqual([]);
  expect(isRunning(bystander.pid ?? 0)).toBe(true);
  bystander.kill('SIGKILL');
});

async function recordWithout(deployment: string, key: string): Promise<string> {
  const text = await readFile(join(folder, 'deployments', `${deployment}.json`), 'utf8');
  return JSON.stringify({ ...JSON.parse(text), [key]: false });
}
