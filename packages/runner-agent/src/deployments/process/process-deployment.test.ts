import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePlan, usualTrust } from '@kneepoint/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeployer } from '../create-deployer.ts';
import type { Deployer, Deployment, DeploymentOrder } from '../deployer.ts';
import type { DeploymentState } from '../deployment-state.ts';
import { firstTokenChat, firstTokenCompletion } from '../readiness/first-token.ts';
import { findTree } from './process-tree.ts';

const serverPath = fileURLToPath(new URL('../__fixtures__/server.mjs', import.meta.url));
const simulatorPath = fileURLToPath(new URL('../../../../sim-server/src/serve.ts', import.meta.url));

let folder = '';
let deployer: Deployer;
const running: Deployment[] = [];

const environment = {
  PATH: process.env['PATH'],
  HOME: homedir(),
  SECRET_NAME: 'very-secret-value',
  AGENT_TOKEN: 'x',
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kneepoint-deployments-'));
  deployer = await createDeployer({
    agentId: 'test',
    stateFolder: folder,
    environment,
    logLimits: { lines: 100, lineLength: 500 },
  });
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((deployment) => deployment.stop()));
  await deployer.close();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

type Wish = {
  readonly flags?: readonly string[];
  readonly deploy?: Readonly<Record<string, unknown>>;
  readonly command?: readonly unknown[];
};

async function orderOf(id: string, wish: Wish = {}): Promise<DeploymentOrder> {
  const port = await freePort();
  const command = wish.command ?? [process.execPath, serverPath, '--port', port, ...(wish.flags ?? [])];
  const plan = {
    version: 1,
    name: 'test',
    targets: [
      {
        name: 'a',
        url: `http://127.0.0.1:${port}`,
        deploy: { process: { command, stopTimeout: '5s', ...wish.deploy } },
      },
    ],
    suites: [{ kind: 'single-user', requests: 1, outputTokens: 1 }],
  };
  const target = parsePlan(JSON.stringify(plan), 'plan.yaml').targets[0];
  return {
    id,
    job: 'job-1',
    target: 'a',
    engine: 'vllm',
    url: target?.url ?? '',
    deploy: target?.deploy ?? null,
    tls: usualTrust,
    headers: {},
    firstToken: firstTokenCompletion('m'),
  };
}

function start(order: DeploymentOrder, states: DeploymentState[] = []): Deployment {
  const deployment = deployer.start(order, { stateChange: (state) => states.push(state) });
  running.push(deployment);
  return deployment;
}

const stepsOf = (states: readonly DeploymentState[]): readonly string[] =>
  states.map((state) => (state.kind === 'starting' ? state.step : state.kind));

async function lineThat(deployment: Deployment, part: string): Promise<string> {
  for await (const { text } of deployment.logs()) if (text.includes(part)) return text;
  return expect.unreachable(`the log has no line with ${part}`);
}

test('a server is started, found ready, asked for its first token and stopped', async () => {
  const states: DeploymentState[] = [];
  const deployment = start(await orderOf('one'), states);
  expect(await deployment.settled).toMatchObject({ kind: 'ready' });
  const { firstHealthyAnswer, firstToken } = deployment.startup();
  expect(firstHealthyAnswer).toMatchObject({ kind: 'measured', unit: 'ms' });
  expect(firstToken.value ?? 0).toBeGreaterThan(firstHealthyAnswer.value ?? Number.POSITIVE_INFINITY);
  const description = await deployment.describe();
  expect(description).toMatchObject({ kind: 'process', workingDirectory: process.cwd() });
  const pid = description.kind === 'process' ? description.pid : 0;
  expect(description).toMatchObject({ pids: [pid] });
  expect(await deployment.stop()).toEqual({
    kind: 'stopped',
    exit: { kind: 'exited', code: null, signal: 'SIGTERM', outOfMemory: null },
  });
  expect(existsSync(`/proc/${pid}`)).toBe(false);
  expect(stepsOf(states)).toEqual(['creating', 'waiting', 'first-token', 'ready', 'stopped']);
  expect(await readdir(join(folder, 'deployments'))).toEqual([]);
});

test('the simulated server is a server like any other', async () => {
  const port = await freePort();
  const order = await orderOf('simulated', { command: [process.execPath, simulatorPath, '--port', port] });
  const deployment = start({
    ...order,
    url: `http://127.0.0.1:${port}`,
    firstToken: firstTokenChat(null),
  });
  expect(await deployment.settled).toMatchObject({
    kind: 'ready',
    startup: { firstToken: { kind: 'measured' } },
  });
});

test('a crash at the start ends the wait at once and shows what the log says', async () => {
  const deployment = start(await orderOf('crash', { flags: ['--crash'] }));
  const state = await deployment.settled;
  expect(state).toMatchObject({
    kind: 'failed',
    failure: {
      code: 'server-exited',
      message: 'the server ended with exit code 3 before it was ready',
      exit: { kind: 'exited', code: 3 },
      lastLines: [{ text: 'INFO loading weights' }, { text: /no kernel image/ }],
      errorLines: [{ number: 2, text: expect.stringContaining('no kernel image') }],
    },
  });
  expect(await deployer.findOrphans()).toEqual([]);
});

test('a server that never gets ready is ended after the time of the plan', async () => {
  const order = await orderOf('never', { flags: ['--never-ready'] });
  const { deploy } = order;
  const deployment = start({
    ...order,
    deploy:
      deploy === null
        ? null
        : { ...deploy, ready: { ...deploy.ready, timeout: 1_500_000 as typeof deploy.ready.timeout } },
  });
  expect(await deployment.settled).toMatchObject({
    kind: 'failed',
    failure: {
      code: 'not-ready-in-time',
      message: 'the server was not ready at /health after 1.5 s: it answered 503',
    },
  });
  expect(await findTree({ deployment: 'never', leader: null })).toEqual([]);
});

test('a server that dies while it is in use is failed, with its log', async () => {
  const order = await orderOf('dies');
  const deployment = start(order);
  await deployment.settled;
  await fetch(`${order.url}/crash`).catch(() => null);
  expect(await deployment.ended).toMatchObject({
    kind: 'failed',
    failure: {
      code: 'server-died',
      message: 'the server ended with exit code 1 while it was in use',
      errorLines: [{ text: 'torch.OutOfMemoryError: CUDA out of memory' }],
    },
  });
});

test('children are ended with their server, also one that left for a session of its own', async () => {
  const deployment = start(await orderOf('family', { flags: ['--children'] }));
  await deployment.settled;
  await lineThat(deployment, 'children');
  const tree = await findTree({ deployment: 'family', leader: null });
  expect(tree).toHaveLength(3);
  expect(new Set(tree.map(({ group }) => group)).size).toBe(2);
  await deployment.stop();
  expect(await findTree({ deployment: 'family', leader: null })).toEqual([]);
});

test('a server that does not listen to SIGTERM is killed after its time', async () => {
  const order = await orderOf('deaf', { flags: ['--ignore-term'], deploy: { stopTimeout: '300ms' } });
  const deployment = start(order);
  await deployment.settled;
  expect(await deployment.stop()).toMatchObject({ kind: 'stopped', exit: { signal: 'SIGKILL' } });
  expect(await lineThat(deployment, 'SIGTERM')).toBe('SIGTERM ignored');
});

test('a deployment may be stopped while it starts', async () => {
  const deployment = start(await orderOf('early', { flags: ['--never-ready'] }));
  await lineThat(deployment, 'listening');
  expect(await deployment.stop()).toMatchObject({ kind: 'stopped' });
  expect(await findTree({ deployment: 'early', leader: null })).toEqual([]);
});

test('a port that somebody has is told before anything is started', async () => {
  const first = await orderOf('first');
  await start(first).settled;
  const second = start({ ...(await orderOf('second')), url: first.url });
  expect(await second.settled).toMatchObject({
    kind: 'failed',
    failure: {
      code: 'port-in-use',
      message: `something already listens at ${first.url}, where the server is to answer`,
    },
  });
});

test.each([
  ['no-such-program-anywhere', {}, 'program-missing'],
  ['/etc/passwd', {}, 'program-not-executable'],
  [process.execPath, { workingDirectory: '/no/such/folder' }, 'working-directory'],
  [process.execPath, { env: { A: { fromEnv: 'NOT_SET_ANYWHERE' } } }, 'variable-missing'],
])('%s with %j is the failure %s', async (program, deploy, code) => {
  const deployment = start(await orderOf('wrong', { command: [program], deploy }));
  expect(await deployment.settled).toMatchObject({ kind: 'failed', failure: { code } });
  expect(await deployer.findOrphans()).toEqual([]);
});

test('no shell reads the command', async () => {
  const signs = '$(touch /tmp/kneepoint-was-here); `id` && echo $HOME | cat > "x"';
  const deployment = start(await orderOf('signs', { flags: ['--say', signs] }));
  expect(await lineThat(deployment, 'touch')).toBe(signs);
});

test('a secret reaches the server, and no output of ours', async () => {
  const order = await orderOf('secret', {
    command: [process.execPath, serverPath, '--say-environment', '--say', { fromEnv: 'SECRET_NAME' }],
    deploy: { env: { GIVEN: { fromEnv: 'SECRET_NAME' }, PLAIN: 'yes' } },
  });
  const deployment = start(order);
  const said = await lineThat(deployment, 'GIVEN');
  expect(JSON.parse(said)).toMatchObject({
    GIVEN: '[redacted]',
    PLAIN: 'yes',
    KNEEPOINT_DEPLOYMENT: 'secret',
  });
  expect(JSON.parse(said)).not.toHaveProperty('AGENT_TOKEN');
  expect(JSON.stringify(await deployment.describe())).toContain('[redacted]');
  const lines: string[] = [];
  await deployment.stop();
  for await (const { text } of deployment.logs()) lines.push(text);
  expect(lines).toContain('[redacted]');
  expect(JSON.stringify([lines, await deployment.describe()])).not.toContain('very-secret-value');
});

test.each(['../escape', 'a/b', '', '.', 'a\0b', 'x'.repeat(65)])('%j is no id', async (id) => {
  const deployment = start({ ...(await orderOf('id')), id });
  expect(await deployment.settled).toMatchObject({ kind: 'failed', failure: { code: 'deployment-id' } });
  expect(await readdir(folder)).toEqual([]);
});

test('what an agent leaves behind when it is killed is found and ended by the next one', async () => {
  const order = await orderOf('orphan', { flags: ['--children'] });
  const agent = spawn(process.execPath, ['--input-type=module', '-e', agentProgram(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready) => agent.stdout.once('data', () => ready()));
  expect(await deployer.findOrphans()).toEqual([]);
  const gone = new Promise((exit) => agent.once('exit', exit));
  agent.kill('SIGKILL');
  await gone;
  expect(await deployer.findOrphans()).toMatchObject([
    { kind: 'process', deployment: 'orphan', job: 'job-1' },
  ]);
  expect(await deployer.removeOrphans()).toHaveLength(1);
  expect(await findTree({ deployment: 'orphan', leader: null })).toEqual([]);
  expect(await deployer.findOrphans()).toEqual([]);
  expect(await readdir(join(folder, 'deployments'))).toEqual([]);
});

function agentProgram(order: DeploymentOrder): string {
  const module = new URL('../create-deployer.ts', import.meta.url).href;
  return `import { createDeployer } from ${JSON.stringify(module)};
    const deployer = await createDeployer({ agentId: 'test', stateFolder: ${JSON.stringify(folder)}, environment: process.env });
    const deployment = deployer.start(${JSON.stringify(order)});
    for await (const { text } of deployment.logs()) if (text.includes('children')) break;
    await deployment.settled;
    console.log('ready');`;
}

test("a server that was released goes on, and is nobody's orphan", async () => {
  const order = await orderOf('kept');
  const deployment = start(order);
  await deployment.settled;
  await deployment.release();
  await deployment.stop();
  expect(await deployer.removeOrphans()).toEqual([]);
  expect((await fetch(`${order.url}/health`)).status).toBe(200);
  for (const { pid } of await findTree({ deployment: 'kept', leader: null })) process.kill(pid, 'SIGKILL');
});
