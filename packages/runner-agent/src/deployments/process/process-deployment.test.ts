import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
import { identityOf } from './process-identity.ts';
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

test('children are ended with their server, also those without a parent, a mark or the same session', async () => {
  const deployment = start(await orderOf('family', { flags: ['--children'] }));
  await deployment.settled;
  await lineThat(deployment, 'children');
  const pids = await pidsOf(deployment);
  expect(pids).toHaveLength(3);
  expect(await findTree({ deployment: 'family', leader: null })).toHaveLength(2);
  await deployment.stop();
  expect(pids.filter(isRunning)).toEqual([]);
});

async function pidsOf(deployment: Deployment): Promise<readonly number[]> {
  const description = await deployment.describe();
  return description.kind === 'process' ? description.pids : [];
}

const isRunning = (pid: number): boolean => {
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ' Z ';
  return !/\) Z /.test(stat) && stat !== ' Z ';
};

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
  const agent = await killableAgent(await orderOf('orphan', { flags: ['--children'] }), '');
  expect(await deployer.findOrphans()).toEqual([]);
  await agent.kill();
  const [orphan] = await deployer.findOrphans();
  expect(orphan).toMatchObject({ kind: 'process', deployment: 'orphan', job: 'job-1' });
  const pids = orphan?.what.split(', ').map(Number) ?? [];
  expect(pids).toHaveLength(3);
  expect(await deployer.removeOrphans()).toHaveLength(1);
  expect(pids.filter(isRunning)).toEqual([]);
  expect(await deployer.findOrphans()).toEqual([]);
  expect(await readdir(join(folder, 'deployments'))).toEqual([]);
});

test("a server that was released goes on without its agent, and is nobody's orphan", async () => {
  const order = await orderOf('kept', { flags: ['--children'] });
  const agent = await killableAgent(order, 'await deployment.release(); await deployment.stop();');
  await agent.kill();
  expect(await deployer.removeOrphans()).toEqual([]);
  expect((await fetch(`${order.url}/health`)).status).toBe(200);
  await writeFile(join(folder, 'deployments', 'kept.json'), await recordWithout('kept', 'released'));
  expect(await deployer.removeOrphans()).toHaveLength(1);
});

test('a record without its process, or of another pid, ends nobody else', async () => {
  const agent = await killableAgent(await orderOf('gone'), 'await deployment.stop();');
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

/** An agent in a process of its own, once its server is ready and what is to be done was done. */
async function killableAgent(
  order: DeploymentOrder,
  then: string,
): Promise<{ readonly kill: () => Promise<void> }> {
  const module = new URL('../create-deployer.ts', import.meta.url).href;
  const program = `import { createDeployer } from ${JSON.stringify(module)};
    const deployer = await createDeployer({ agentId: 'test', stateFolder: ${JSON.stringify(folder)}, environment: process.env });
    const deployment = deployer.start(${JSON.stringify(order)});
    const family = ${JSON.stringify(order).includes('--children')};
    if (family) for await (const { text } of deployment.logs()) if (text === 'children') break;
    await deployment.settled;
    ${then}
    console.log('done');
    setInterval(() => undefined, 1000);`;
  const agent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((done) => agent.stdout.once('data', () => done()));
  return {
    kill: async () => {
      const gone = new Promise((exit) => agent.once('exit', exit));
      agent.kill('SIGKILL');
      await gone;
    },
  };
}
