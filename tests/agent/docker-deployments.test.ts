import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parsePlan, usualTrust } from '../../packages/core/src/index.ts';
import { createDeployer } from '../../packages/runner-agent/src/deployments/create-deployer.ts';
import type {
  Deployer,
  Deployment,
  DeploymentOrder,
} from '../../packages/runner-agent/src/deployments/deployer.ts';
import type { DeploymentState } from '../../packages/runner-agent/src/deployments/deployment-state.ts';
import { createDockerClient } from '../../packages/runner-agent/src/deployments/docker/docker-client.ts';
import { provideImage } from '../../packages/runner-agent/src/deployments/docker/docker-image.ts';
import type { PullProgress } from '../../packages/runner-agent/src/deployments/docker/pull-progress.ts';
import {
  firstTokenChat,
  firstTokenCompletion,
} from '../../packages/runner-agent/src/deployments/readiness/first-token.ts';
import { freePort } from './harness/free-port.ts';
import { imagePaths, importNodeImage } from './harness/node-image.ts';
import { startDockerEngine } from './harness/start-docker-engine.ts';
import { startImageRegistry } from './harness/start-image-registry.ts';

const image = 'kneepoint-test/node';
const engine = await startDockerEngine();
const socketPath = engine.available ? engine.socketPath : '';
const onEngine = test.skipIf(!engine.available);

let folder = '';
let deployer: Deployer;
const running: Deployment[] = [];

const environmentOf = (home: string) => ({
  DOCKER_HOST: `unix://${socketPath}`,
  HOME: home,
  SECRET_NAME: 'very-secret-value',
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kneepoint-agent-'));
  if (engine.available) await importNodeImage(socketPath, image);
  deployer = await createDeployer({
    agentId: 'test-agent',
    stateFolder: folder,
    environment: environmentOf(folder),
    homeFolder: folder,
  });
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((deployment) => deployment.stop()));
});

afterAll(async () => {
  await deployer.close();
  if (engine.available) await engine.close();
  await rm(folder, { recursive: true, force: true });
});

type Docker = Readonly<Record<string, unknown>>;

async function orderOf(id: string, args: readonly unknown[], docker: Docker = {}): Promise<DeploymentOrder> {
  const port = await freePort();
  const container = {
    image,
    network: 'host',
    entrypoint: [imagePaths.node, imagePaths.server],
    args: [...args, '--port', port],
    stopTimeout: '2s',
    pull: 'never',
    ...docker,
  };
  const plan = {
    version: 1,
    name: 'test',
    targets: [{ name: 'a', url: `http://127.0.0.1:${port}`, deploy: { docker: container } }],
    suites: [{ kind: 'single-user', requests: 1, outputTokens: 1 }],
  };
  const target = parsePlan(JSON.stringify(plan), 'plan.yaml').targets[0];
  if (target?.deploy === undefined) throw new Error('the plan has no deployment');
  return {
    id,
    job: 'job-1',
    target: 'a',
    engine: 'vllm',
    url: target.url,
    deploy: target.deploy,
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

async function containersOf(deployment: string): Promise<readonly unknown[]> {
  const client = createDockerClient(socketPath);
  const filters = JSON.stringify({ label: [`dev.kneepoint.deployment=${deployment}`] });
  const answer = await client.call({ method: 'GET', path: '/containers/json', query: { all: '1', filters } });
  await client.close();
  if (!answer.ok || !Array.isArray(answer.value.body)) throw new Error('the engine lists no containers');
  return answer.value.body;
}

async function lineThat(deployment: Deployment, part: string): Promise<string> {
  for await (const { text } of deployment.logs()) if (text.includes(part)) return text;
  return expect.unreachable(`the log has no line with ${part}`);
}

const stepsOf = (states: readonly DeploymentState[]): readonly string[] =>
  states.map((state) => (state.kind === 'starting' ? state.step : state.kind));

onEngine('a container is started, found ready, asked for its first token, stopped and removed', async () => {
  const states: DeploymentState[] = [];
  const deployment = start(await orderOf('one', []), states);
  expect(await deployment.settled).toMatchObject({
    kind: 'ready',
    startup: { firstHealthyAnswer: { kind: 'measured' }, firstToken: { kind: 'measured' } },
  });
  const description = await deployment.describe();
  expect(description).toMatchObject({
    kind: 'docker',
    image: { reference: image, digest: null, id: expect.stringMatching(/^sha256:/) },
    containerId: expect.stringMatching(/^[0-9a-f]{64}$/),
    command: [imagePaths.node, imagePaths.server, '--port', expect.any(String)],
    pid: expect.any(Number),
  });
  expect(await containersOf('one')).toMatchObject([
    {
      Labels: {
        'dev.kneepoint.agent': 'test-agent',
        'dev.kneepoint.job': 'job-1',
        'dev.kneepoint.deployment': 'one',
      },
    },
  ]);
  expect(await deployer.findOrphans()).toEqual([]);
  expect(await lineThat(deployment, 'listening')).toBe('listening');
  expect(await deployment.stop()).toMatchObject({ kind: 'stopped', exit: { kind: 'exited' } });
  expect(await containersOf('one')).toEqual([]);
  expect(stepsOf(states)).toEqual(['creating', 'waiting', 'first-token', 'ready', 'stopped']);
});

onEngine('the simulated server runs in a container', async () => {
  const order = await orderOf('simulated', [], { entrypoint: [imagePaths.node, imagePaths.simulator] });
  const deployment = start({ ...order, firstToken: firstTokenChat(null) });
  expect(await deployment.settled).toMatchObject({
    kind: 'ready',
    startup: { firstToken: { kind: 'measured' } },
  });
});

onEngine('a crash at the start ends the wait at once, with both streams of the log', async () => {
  const deployment = start(await orderOf('crash', ['--crash']));
  expect(await deployment.settled).toMatchObject({
    kind: 'failed',
    failure: {
      code: 'server-exited',
      message: 'the server ended with exit code 3 before it was ready',
      errorLines: [{ stream: 'stderr', text: expect.stringContaining('no kernel image') }],
    },
  });
  expect(await lineThat(deployment, 'loading')).toBe('INFO loading weights');
  expect(await containersOf('crash')).toEqual([]);
});

onEngine('a container that never gets ready is removed after the time of the plan', async () => {
  const order = await orderOf('never', ['--never-ready']);
  const { deploy } = order;
  if (deploy === null) throw new Error('the order has no deployment');
  const timeout = 1_500_000 as typeof deploy.ready.timeout;
  const deployment = start({ ...order, deploy: { ...deploy, ready: { ...deploy.ready, timeout } } });
  expect(await deployment.settled).toMatchObject({ kind: 'failed', failure: { code: 'not-ready-in-time' } });
  expect(await containersOf('never')).toEqual([]);
});

onEngine('a container that dies while it is in use is failed', async () => {
  const order = await orderOf('dies', []);
  const deployment = start(order);
  await deployment.settled;
  await fetch(`${order.url}/crash`).catch(() => null);
  expect(await deployment.ended).toMatchObject({
    kind: 'failed',
    failure: { code: 'server-died', errorLines: [{ text: 'torch.OutOfMemoryError: CUDA out of memory' }] },
  });
});

onEngine('a container may be stopped while it starts, also one that does not listen', async () => {
  const deployment = start(await orderOf('early', ['--never-ready', '--ignore-term']));
  await lineThat(deployment, 'listening');
  expect(await deployment.stop()).toMatchObject({ kind: 'stopped', exit: { code: 137, signal: 'SIGKILL' } });
  expect(await containersOf('early')).toEqual([]);
});

let wrongOnes = 0;

onEngine.each([
  ['image-missing', { image: 'kneepoint-test/none' }],
  ['registry-unreachable', { image: '127.0.0.1:1/none', pull: 'missing' }],
  ['no-gpu-runtime', { gpus: 'all' }],
  ['no-gpu-runtime', { gpus: [0] }],
  ['program-missing', { entrypoint: ['/no/such/program'] }],
  ['variable-missing', { env: { A: { fromEnv: 'NOT_SET_ANYWHERE' } } }],
])('%s is told for %j', async (code, docker) => {
  const deployment = start(await orderOf(`wrong-${wrongOnes++}`, [], docker));
  const state = await deployment.settled;
  expect(state).toMatchObject({ kind: 'failed', failure: { code } });
  expect(await containersOf(deployment.id)).toEqual([]);
});

onEngine('an image is fetched with its progress, and described by the digest of its registry', async () => {
  // An empty tar is 1,024 zero bytes; more of them make a download.
  const registry = await startImageRegistry(Buffer.alloc(4 * 1024 * 1024));
  try {
    const states: DeploymentState[] = [];
    const progress: PullProgress[] = [];
    const container = { image: registry.reference, pull: 'missing', entrypoint: ['/no/such/program'] };
    const deployment = deployer.start(await orderOf('pulled', [], container), {
      stateChange: (state) => states.push(state),
      pullProgress: (one) => progress.push(one),
    });
    expect(await deployment.settled).toMatchObject({ kind: 'failed', failure: { code: 'program-missing' } });
    expect(stepsOf(states)).toEqual(['pulling', 'creating', 'failed']);
    expect(progress.at(-1)).toMatchObject({ image: registry.reference, layers: 1, layersDone: 1 });
    const client = createDockerClient(socketPath);
    const wish = {
      reference: registry.reference,
      pull: 'never',
      progress: () => {},
      started: () => {},
    } as const;
    expect(await provideImage(client, { ...wish, signal: new AbortController().signal })).toMatchObject({
      ok: true,
      value: { digest: registry.digest },
    });
    await client.close();
    const absent = { image: registry.reference.replace(':one', ':two'), pull: 'missing' };
    expect(await start(await orderOf('absent', [], absent)).settled).toMatchObject({
      kind: 'failed',
      failure: { code: 'image-tag-unknown' },
    });
  } finally {
    await registry.close();
  }
});

onEngine('a folder of the home directory is mounted, and no shell reads what is passed on', async () => {
  await writeFile(join(folder, 'note'), 'from the host');
  const signs = '$(id) `id` ; "$HOME"';
  const deployment = start(
    await orderOf('mount', ['--say-file', '/home/note', '--say', signs], {
      volumes: { '~/note': '/home/note:ro' },
    }),
  );
  expect(await lineThat(deployment, 'host')).toBe('from the host');
  expect(await lineThat(deployment, 'id')).toBe(signs);
});

onEngine('a secret reaches the container, and no output of ours', async () => {
  const deployment = start(
    await orderOf('secret', ['--say-environment', '--say', { fromEnv: 'SECRET_NAME' }], {
      env: { GIVEN: { fromEnv: 'SECRET_NAME' } },
    }),
  );
  expect(JSON.parse(await lineThat(deployment, 'GIVEN'))).toMatchObject({
    GIVEN: '[redacted]',
    KNEEPOINT_DEPLOYMENT: 'secret',
  });
  expect(JSON.stringify(await deployment.describe())).toContain('"[redacted]"');
});

onEngine('what an agent leaves behind when it is killed is found and removed by the next one', async () => {
  const agent = await killableAgent(await orderOf('orphan', []), '');
  expect(await deployer.findOrphans()).toEqual([]);
  await agent.kill();
  expect(await deployer.removeOrphans()).toMatchObject([
    { kind: 'docker', deployment: 'orphan', job: 'job-1' },
  ]);
  expect(await containersOf('orphan')).toEqual([]);
  expect(await deployer.findOrphans()).toEqual([]);
});

onEngine("a container that was released goes on without its agent, and is nobody's orphan", async () => {
  const order = await orderOf('kept', []);
  const agent = await killableAgent(order, 'await deployment.release(); await deployment.stop();');
  await agent.kill();
  expect(await deployer.removeOrphans()).toEqual([]);
  expect((await fetch(`${order.url}/health`)).status).toBe(200);
  const client = createDockerClient(socketPath);
  await client.call({ method: 'DELETE', path: '/containers/kneepoint-kept', query: { force: '1' } });
  await client.close();
});

/** An agent in a process of its own, once its server is ready and what is to be done was done. */
async function killableAgent(
  order: DeploymentOrder,
  then: string,
): Promise<{ readonly kill: () => Promise<void> }> {
  const module = new URL('../../packages/runner-agent/src/deployments/create-deployer.ts', import.meta.url)
    .href;
  const options = { agentId: 'test-agent', stateFolder: folder, environment: environmentOf(folder) };
  const program = `import { createDeployer } from ${JSON.stringify(module)};
    const deployer = await createDeployer(${JSON.stringify(options)});
    const deployment = deployer.start(${JSON.stringify(order)});
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
