import { expect, test } from 'vitest';
import { parsePlan } from '../parse-plan.ts';
import { planStages } from '../plan-stages.ts';

const planOf = (targets: string): string => `version: 1
name: deployed
targets:
${targets}
suites:
  - { kind: single-user, requests: 5, outputTokens: 500 }
`;

const firstTarget = (targets: string) => parsePlan(planOf(targets), 'plan.yaml').targets[0];

function messageOf(targets: string): string {
  try {
    parsePlan(planOf(targets), 'plan.yaml');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return expect.unreachable('the plan was accepted');
}

const text = (value: string) => ({ kind: 'text', text: value });

test('a container is read with everything that a plan can say of it', () => {
  const target = firstTarget(`  - name: vllm
    engine: vllm
    deploy:
      docker:
        image: "vllm/vllm-openai:v0.11.0"
        gpus: [0, GPU-1f2e]
        ports: { 8001: 8000, "0.0.0.0:9001": 9000 }
        ipc: private
        shmSize: 16g
        args: [--model, Qwen/Qwen3-8B, --max-model-len, 4096]
        entrypoint: [vllm, serve]
        env: { OMP_NUM_THREADS: 4, HF_TOKEN: { fromEnv: HF_TOKEN } }
        volumes: { ~/.cache/huggingface: /root/.cache/huggingface, /models: "/models:ro" }
        healthcheck: { command: [curl, -f, "http://localhost:8000/health"], interval: 5s, retries: 3 }
        pull: always
        stopTimeout: 5s
      ready: { path: /health, timeout: 15m, body: ok }
    url: http://127.0.0.1:8001`);
  expect(target?.deploy).toEqual({
    kind: 'docker',
    ready: { path: '/health', timeout: 900_000_000, body: 'ok' },
    docker: {
      image: 'vllm/vllm-openai:v0.11.0',
      gpus: { kind: 'devices', ids: ['0', 'GPU-1f2e'] },
      ports: [
        { address: '127.0.0.1', host: 8001, container: 8000 },
        { address: '0.0.0.0', host: 9001, container: 9000 },
      ],
      ipc: 'private',
      shmSize: 17_179_869_184,
      args: [text('--model'), text('Qwen/Qwen3-8B'), text('--max-model-len'), text('4096')],
      entrypoint: ['vllm', 'serve'],
      env: [
        { name: 'OMP_NUM_THREADS', value: text('4') },
        { name: 'HF_TOKEN', value: { kind: 'environment', name: 'HF_TOKEN' } },
      ],
      volumes: [
        { host: '~/.cache/huggingface', container: '/root/.cache/huggingface', readOnly: false },
        { host: '/models', container: '/models', readOnly: true },
      ],
      healthcheck: {
        command: ['curl', '-f', 'http://localhost:8000/health'],
        interval: 5_000_000,
        retries: 3,
      },
      pull: 'always',
      stopTimeout: 5_000_000,
    },
  });
});

test('a process is read, and what is left out has its documented value', () => {
  const target = firstTarget(
    '  - { name: a, deploy: { process: { command: [vllm, serve, m, --port, 8001], workingDirectory: ~/x } } }',
  );
  expect(target).toMatchObject({ name: 'a', url: 'http://127.0.0.1:8001' });
  expect(target?.deploy).toEqual({
    kind: 'process',
    ready: { timeout: 900_000_000 },
    process: {
      command: ['vllm', 'serve', 'm', '--port', '8001'].map(text),
      env: [],
      workingDirectory: '~/x',
      stopTimeout: 30_000_000,
    },
  });
});

test.each([
  ['{ docker: { image: a, ports: { 8001: 8000 } } }', 'http://127.0.0.1:8001'],
  ['{ docker: { image: a, ports: { "0.0.0.0:8001": 8000 } } }', 'http://127.0.0.1:8001'],
  ['{ docker: { image: a, ports: { "10.1.2.3:8001": 8000 } } }', 'http://10.1.2.3:8001'],
  ['{ docker: { image: a, network: host, args: [--port=8005] } }', 'http://127.0.0.1:8005'],
  ['{ process: { command: [serve, --port, "1", --port, "2"] } }', 'http://127.0.0.1:2'],
])('%s answers at %s', (deploy, url) => {
  expect(firstTarget(`  - { name: a, deploy: ${deploy} }`)?.url).toBe(url);
});

test('an address in the plan goes before the one of the port', () => {
  const deploy = '{ docker: { image: a, ports: { 8001: 8000 } } }';
  expect(firstTarget(`  - { name: a, url: "http://10.0.0.1:8001", deploy: ${deploy} }`)?.url).toBe(
    'http://10.0.0.1:8001',
  );
});

test('stages are planned for deployed targets as for running ones', () => {
  const plan = parsePlan(
    planOf(`  - { name: a, deploy: { process: { command: [serve, --port, 8001] } } }
  - { name: b, url: "http://127.0.0.1:8002" }`),
    'plan.yaml',
  );
  expect(planStages(plan).map(({ target }) => target)).toEqual(['a', 'b']);
});

test('all problems of a deployment are told at once, by line, with the nearest known name', () => {
  const message = messageOf(`  - name: a
    deploy:
      docker:
        image: "Not An Image"
        gpu: all
        gpus: some
        ports:
          8001: 80000
          99999: 1
          "[::1]:5": 5
        ipc: hosts
        shmSize: big
        args: [--api-key, abc, --hf-token=abc]
        env:
          HF_TOKEN: hf_abcdefghijklmnopqrst
          API_KEY: abc
          A-B: x
          LEVEL: { fromEnvironment: LEVEL }
          KNEEPOINT_DEPLOYMENT: mine
        volumes:
          models: /models
          /: /host
          /data/../etc: /etc
          /ok: relative
        pull: sometimes
        healthcheck: { command: [], intervall: 5s }
        stopTimeout: 5
      ready: { path: health, timeout: 0s, bodyy: x }
  - name: b
    deploy:
      process: { comand: [x], command: [{ fromEnv: X }] }
      proces: {}
  - { name: c }
  - { name: d, deploy: {} }
  - { name: e, deploy: { docker: { image: a, ports: { 1: 1 } }, process: { command: [a] } } }`);
  expect(message).toMatchInlineSnapshot(`
    "plan.yaml:7: targets[0].deploy.docker.image: must be the name of an image, such as vllm/vllm-openai:v0.11.0, not "Not An Image"
    plan.yaml:8: targets[0].deploy.docker.gpu: unknown key; did you mean gpus?
    plan.yaml:9: targets[0].deploy.docker.gpus: must be all, none or a list of GPUs, such as [0, 1], not "some"
    plan.yaml:11: targets[0].deploy.docker.ports.8001: must be a port from 1 to 65535, not 80000
    plan.yaml:12: targets[0].deploy.docker.ports.99999: must be a port from 1 to 65535, or ADDRESS:PORT, not "99999"
    plan.yaml:13: targets[0].deploy.docker.ports.[::1]:5: must be a port from 1 to 65535, or ADDRESS:PORT, not "[::1]:5"
    plan.yaml:14: targets[0].deploy.docker.ipc: must be one of host, private, shareable, not "hosts"; did you mean host?
    plan.yaml:15: targets[0].deploy.docker.shmSize: must be a size, such as 16g: "big" is not a size such as 4KiB, 512MiB or 16GiB
    plan.yaml:16: targets[0].deploy.docker.args[1]: is a secret in the plan; put it into an environment variable and write { fromEnv: NAME }
    plan.yaml:16: targets[0].deploy.docker.args[2]: is a secret in the plan; put it into an environment variable and write { fromEnv: NAME }
    plan.yaml:18: targets[0].deploy.docker.env.HF_TOKEN: looks like a secret; put it into an environment variable and write { fromEnv: NAME }
    plan.yaml:19: targets[0].deploy.docker.env.API_KEY: is a secret in the plan; write { fromEnv: API_KEY } and set the variable where the server starts
    plan.yaml:20: targets[0].deploy.docker.env.A-B: is not the name of an environment variable
    plan.yaml:21: targets[0].deploy.docker.env.LEVEL.fromEnv: is missing (a text)
    plan.yaml:21: targets[0].deploy.docker.env.LEVEL.fromEnvironment: unknown key
    plan.yaml:22: targets[0].deploy.docker.env.KNEEPOINT_DEPLOYMENT: is set by Kneepoint itself; leave it out
    plan.yaml:24: targets[0].deploy.docker.volumes.models: must be an absolute path of the host, or start with ~/
    plan.yaml:25: targets[0].deploy.docker.volumes./: would show the container the whole host; name a folder
    plan.yaml:26: targets[0].deploy.docker.volumes./data/../etc: climbs out of its folder with ".."; write the path it leads to
    plan.yaml:27: targets[0].deploy.docker.volumes./ok: must be an absolute path inside the container, not "relative"
    plan.yaml:28: targets[0].deploy.docker.pull: must be one of missing, always, never, not "sometimes"
    plan.yaml:29: targets[0].deploy.docker.healthcheck.command: must not be empty
    plan.yaml:29: targets[0].deploy.docker.healthcheck.intervall: unknown key; did you mean interval?
    plan.yaml:30: targets[0].deploy.docker.stopTimeout: "5" has no unit; write 5s for seconds or 5ms for milliseconds
    plan.yaml:31: targets[0].deploy.ready.path: must be a path that starts with /, such as /health, not "health"
    plan.yaml:31: targets[0].deploy.ready.timeout: must last longer than zero
    plan.yaml:31: targets[0].deploy.ready.bodyy: unknown key; did you mean body?
    plan.yaml:34: targets[1].deploy.process.command[0]: must name the program to start
    plan.yaml:34: targets[1].deploy.process.comand: unknown key; did you mean command?
    plan.yaml:35: targets[1].deploy.proces: unknown key; did you mean process?
    plan.yaml:36: targets[2].url: is missing (an http or https address, such as http://127.0.0.1:8000, or a Unix socket, such as unix:/run/server.sock)
    plan.yaml:37: targets[3].deploy: needs either docker or process, and only one of them
    plan.yaml:38: targets[4].deploy: needs either docker or process, and only one of them"
  `);
  expect(message).not.toMatch(/abc/);
});

test.each([
  ['{ docker: { image: a } }', 'deploy.docker.ports: is missing: without ports, such as'],
  ['{ docker: { image: a, network: host, ports: { 1: 1 } } }', 'deploy.docker.ports: with network: host'],
  [
    '{ docker: { image: a, ports: { 1: 1 }, ipc: host, shmSize: 1g } }',
    'deploy.docker.shmSize: with ipc: host',
  ],
  [
    '{ docker: { image: a, ports: { 1: 1, "0.0.0.0:1": 2 } } }',
    "deploy.docker.ports: maps the host's port 1 twice",
  ],
  ['{ docker: { image: a, ports: { 1: 1, 2: 2 } } }', 'url: is missing: with several ports'],
  ['{ docker: { image: a, network: host } }', 'url: is missing: the args have no --port'],
  ['{ process: { command: [serve] } }', 'url: is missing: the command has no --port'],
  ['{ process: { command: [serve, --port] } }', 'url: is missing: the command has no --port'],
])('%s is refused: %s', (deploy, problem) => {
  expect(messageOf(`  - { name: a, deploy: ${deploy} }`)).toContain(`plan.yaml:4: targets[0].${problem}`);
});
