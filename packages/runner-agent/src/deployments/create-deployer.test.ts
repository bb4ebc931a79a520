import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlan, usualTrust } from '@kneepoint/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Deployer as WantedByJobs } from '../jobs/ports.ts';
import { createDeployer } from './create-deployer.ts';
import type { Deployer, DeploymentOrder } from './deployer.ts';

let folder = '';
let server: Server;
let url = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kneepoint-deployer-'));
  server = createServer((_, answer) => answer.end('ok'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true, force: true });
});

const deployerWith = (environment: Readonly<Record<string, string>>): Promise<Deployer> =>
  createDeployer({ agentId: 'test', stateFolder: folder, environment });

const orderOf = (more: Partial<DeploymentOrder>): DeploymentOrder => ({
  id: 'one',
  job: null,
  target: 'a',
  engine: null,
  url,
  deploy: null,
  tls: usualTrust,
  headers: {},
  firstToken: null,
  ...more,
});

test('a server that already runs is neither started nor stopped', async () => {
  const deployer = await deployerWith({});
  const deployment = deployer.start(orderOf({}));
  expect(await deployment.settled).toMatchObject({
    kind: 'ready',
    startup: { firstHealthyAnswer: { kind: 'unknown', value: null, reason: 'the server already ran' } },
  });
  expect(await deployment.describe()).toEqual({ kind: 'external', url });
  expect(await deployment.stop()).toEqual({ kind: 'stopped', exit: null });
  expect((await fetch(url)).status).toBe(200);
  await deployer.close();
});

test('an id is used once', async () => {
  const deployer = await deployerWith({});
  await deployer.start(orderOf({})).stop();
  expect(await deployer.start(orderOf({})).settled).toMatchObject({
    kind: 'failed',
    failure: { code: 'deployment-id', message: 'a deployment one was already started' },
  });
  await deployer.close();
});

test.each([
  ['tcp://127.0.0.1:2375', 'docker-host'],
  ['unix:///no/such/docker.sock', 'docker-unreachable'],
])(
  'a container with DOCKER_HOST=%s is told as %s, and orphans are looked for without it',
  async (host, code) => {
    const plan = parsePlan(
      JSON.stringify({
        version: 1,
        name: 'p',
        targets: [
          { name: 'a', url: 'http://127.0.0.1:1', deploy: { docker: { image: 'a', network: 'host' } } },
        ],
        suites: [{ kind: 'single-user', requests: 1, outputTokens: 1 }],
      }),
      'p',
    );
    const deployer = await deployerWith({ DOCKER_HOST: host });
    const order = orderOf({ url: 'http://127.0.0.1:1', deploy: plan.targets[0]?.deploy ?? null });
    expect(await deployer.start(order).settled).toMatchObject({ kind: 'failed', failure: { code } });
    expect(await deployer.findOrphans()).toEqual([]);
    await deployer.close();
  },
);

test('deployments are what jobs want of them', async () => {
  // A difference between the two is a compile error here.
  const deployer: WantedByJobs = await deployerWith({});
  expect(await deployer.removeOrphans()).toEqual([]);
});
