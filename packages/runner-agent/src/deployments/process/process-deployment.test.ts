import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeployer } from '../create-deployer.ts';
import type { Deployer, Deployment, DeploymentOrder } from '../deployer.ts';
import type { DeploymentState } from '../deployment-state.ts';
import { firstTokenChat } from '../readiness/first-token.ts';
import { freePort } from '../testing/free-port.ts';
import { isRunning } from '../testing/is-running.ts';
import { processOrder, serverPath } from '../testing/process-order.ts';
import { findTree } from './process-tree.ts';

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
  const logLimits = { lines: 100, lineLength: 500 };
  deployer = await createDeployer({ agentId: 'test', stateFolder: folder, environment, logLimits });
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((deployment) => deployment.stop()));
  await deployer.close();
  await rm(folder, { recursive: true, force: true });
});

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
  const deployment = start(await processOrder('one'), states);
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
  const order = await processOrder('simulated', {
    command: [process.execPath, simulatorPath, '--port', port],
  });
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
  const deployment = start(await processOrder('crash', { flags: ['--crash'] }));
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
  const order = await processOrder('never', { flags: ['--never-ready'] });
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
  expect(await findTree({ deployment: deployment.id, leader: null })).toEqual([]);
});

test('a server that dies while it is in use is failed, with its log', async () => {
  const order = await processOrder('dies');
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
  const deployment = start(await processOrder('family', { flags: ['--children'] }));
  await deployment.settled;
  await lineThat(deployment, 'children');
  const pids = await pidsOf(deployment);
  expect(pids).toHaveLength(3);
  expect(await findTree({ deployment: deployment.id, leader: null })).toHaveLength(2);
  await deployment.stop();
  expect(pids.filter(isRunning)).toEqual([]);
});

async function pidsOf(deployment: Deployment): Promise<readonly number[]> {
  const description = await deployment.describe();
  return description.kind === 'process' ? description.pids : [];
}

test('a server that does not listen to SIGTERM is killed after its time', async () => {
  const order = await processOrder('deaf', { flags: ['--ignore-term'], deploy: { stopTimeout: '300ms' } });
  const deployment = start(order);
  await deployment.settled;
  expect(await deployment.stop()).toMatchObject({ kind: 'stopped', exit: { signal: 'SIGKILL' } });
  expect(await lineThat(deployment, 'SIGTERM')).toBe('SIGTERM ignored');
});

test('a deployment may be stopped while it starts', async () => {
  const deployment = start(await processOrder('early', { flags: ['--never-ready'] }));
  await lineThat(deployment, 'listening');
  expect(await deployment.stop()).toMatchObject({ kind: 'stopped' });
  expect(await findTree({ deployment: deployment.id, leader: null })).toEqual([]);
});

test('a port that somebody has is told before anything is started', async () => {
  const first = await processOrder('first');
  await start(first).settled;
  const second = start({ ...(await processOrder('second')), url: first.url });
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
  const deployment = start(await processOrder('wrong', { command: [program], deploy }));
  expect(await deployment.settled).toMatchObject({ kind: 'failed', failure: { code } });
  expect(await deployer.findOrphans()).toEqual([]);
});

test('no shell reads the command', async () => {
  const signs = '$(touch /tmp/kneepoint-was-here); `id` && echo $HOME | cat > "x"';
  const deployment = start(await processOrder('signs', { flags: ['--say', signs] }));
  expect(await lineThat(deployment, 'touch')).toBe(signs);
});

test('a secret reaches the server, and no output of ours', async () => {
  const order = await processOrder('secret', {
    command: [process.execPath, serverPath, '--say-environment', '--say', { fromEnv: 'SECRET_NAME' }],
    deploy: { env: { GIVEN: { fromEnv: 'SECRET_NAME' }, PLAIN: 'yes' } },
  });
  const deployment = start(order);
  const said = await lineThat(deployment, 'GIVEN');
  expect(JSON.parse(said)).toMatchObject({
    GIVEN: '[redacted]',
    PLAIN: 'yes',
    KNEEPOINT_DEPLOYMENT: deployment.id,
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
  const deployment = start({ ...(await processOrder('id')), id });
  expect(await deployment.settled).toMatchObject({ kind: 'failed', failure: { code: 'deployment-id' } });
  expect(await readdir(folder)).toEqual([]);
});
