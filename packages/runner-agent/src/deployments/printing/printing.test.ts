import { execFileSync } from 'node:child_process';
import { type Plan, parsePlan } from '@kneepoint/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { printCompose } from './compose-text.ts';
import { printDockerRun } from './print-docker-run.ts';
import { shellQuote } from './shell-text.ts';

const planOf = (targets: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): Plan =>
  parsePlan(
    JSON.stringify({
      version: 1,
      name: 'test',
      targets,
      suites: [{ kind: 'single-user', requests: 1, outputTokens: 1 }],
      ...more,
    }),
    'plan.yaml',
  );

const textOf = (target: Readonly<Record<string, unknown>>): string => {
  const [first] = planOf([{ name: 'a', url: 'http://127.0.0.1:8001', ...target }]).targets;
  return first === undefined ? '' : printDockerRun(first);
};

const environment = { PATH: process.env['PATH'], HOME: '/home/me', HF_TOKEN: "se'cr$et value" };

/** What a program gets when a real shell runs the text: the program is a function that prints its arguments. */
function wordsOf(program: string, text: string): readonly string[] {
  const script = `${program}() { printf '%s\\0' "$@"; }\n${text}`;
  return execFileSync('sh', ['-c', script], { env: environment }).toString().split('\0').slice(0, -1);
}

/** Compose's way to take a value from the environment and to refuse when it is not there. */
const askedToken = ['$', '{HF_TOKEN:?is not set}'].join('');

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        "'",
        '"',
        '$',
        '`',
        '\\',
        '\n',
        '~',
        '=',
        '#',
        '!',
        '*',
        ';',
        '-',
        '가',
      ),
    }),
  )
  .filter((text) => !text.includes('\0') && text.isWellFormed());

/** The plan refuses what looks like a secret. */
const plainArgument = anyText.filter((text) => !/^--(?:api-key|hf-token|token|password)/.test(text));

test('a quoted text is read back by a shell as it was', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
      const command = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`;
      expect(execFileSync('sh', ['-c', command]).toString()).toBe(texts.map((text) => `${text}\0`).join(''));
    }),
    { numRuns: 60 },
  );
});

test('docker run gets every argument, variable and folder as the plan has it', () => {
  fc.assert(
    fc.property(fc.array(plainArgument, { maxLength: 4 }), anyText, (args, value) => {
      const docker = {
        image: 'me/img:1',
        network: 'host',
        args,
        env: { PLAIN: value },
        entrypoint: ['/bin/x', value],
      };
      const words = wordsOf('docker', textOf({ deploy: { docker } }));
      expect(words.slice(words.indexOf('me/img:1'))).toEqual(['me/img:1', value, ...args]);
      expect(words[words.indexOf('--env') + 1]).toBe(`PLAIN=${value}`);
    }),
    { numRuns: 60 },
  );
});

test('a process gets every argument and variable as the plan has it', () => {
  fc.assert(
    fc.property(fc.array(plainArgument, { maxLength: 4 }), anyText, (args, value) => {
      const text = textOf({ deploy: { process: { command: ['serve', ...args], env: { PLAIN: value } } } });
      expect(wordsOf('env', text)).toEqual([`PLAIN=${value}`, 'serve', ...args]);
    }),
    { numRuns: 60 },
  );
});

const fullDocker = {
  image: 'vllm/vllm-openai:v0.11.0',
  gpus: [0, 1],
  ports: { 8001: 8000 },
  ipc: 'private',
  shmSize: '16g',
  args: ['--model', 'Qwen/Qwen3-8B', '--api-key', { fromEnv: 'HF_TOKEN' }],
  entrypoint: ['vllm', 'serve'],
  env: { HF_TOKEN: { fromEnv: 'HF_TOKEN' }, OTHER: { fromEnv: 'HF_TOKEN' }, PRICE: '$5', SWITCH: 'on' },
  volumes: { '~/.cache/huggingface': '/root/.cache/huggingface', '/models': '/models:ro' },
  healthcheck: { command: ['curl', '-f', 'http://localhost:8000/health'], interval: '5s', retries: 3 },
  pull: 'always',
  stopTimeout: '1500ms',
};

test('docker run says everything that a plan can say, and no secret', () => {
  const text = textOf({ deploy: { docker: fullDocker } });
  expect(text).toMatchInlineSnapshot(`
    "# a, answers at http://127.0.0.1:8001
    docker run --detach \\
      --name a \\
      --pull always \\
      --gpus '"device=0,1"' \\
      --publish 127.0.0.1:8001:8000 \\
      --ipc private \\
      --shm-size 17179869184 \\
      --env HF_TOKEN \\
      --env OTHER="$HF_TOKEN" \\
      --env 'PRICE=$5' \\
      --env SWITCH=on \\
      --volume "$HOME"/.cache/huggingface:/root/.cache/huggingface \\
      --volume /models:/models:ro \\
      --health-cmd 'curl -f http://localhost:8000/health' \\
      --health-interval 5s \\
      --health-retries 3 \\
      --stop-timeout 2 \\
      --entrypoint vllm \\
      vllm/vllm-openai:v0.11.0 \\
      serve --model Qwen/Qwen3-8B --api-key "$HF_TOKEN"
    "
  `);
  expect(wordsOf('docker', text)).toEqual(
    expect.arrayContaining([
      '/home/me/.cache/huggingface:/root/.cache/huggingface',
      "OTHER=se'cr$et value",
      "se'cr$et value",
    ]),
  );
});

test('a process is a command with its folder, and no secret', () => {
  const env = { HF_TOKEN: { fromEnv: 'HF_TOKEN' }, OMP_NUM_THREADS: 1 };
  const command = ['~/venv/bin/vllm', 'serve', 'my model'];
  const text = textOf({ deploy: { process: { command, env, workingDirectory: '~/my work' } } });
  expect(text).toMatchInlineSnapshot(`
    "# a, answers at http://127.0.0.1:8001; a process of the host
    cd -- "$HOME"'/my work' &&
    env \\
      HF_TOKEN="$HF_TOKEN" \\
      OMP_NUM_THREADS=1 \\
      "$HOME"/venv/bin/vllm serve 'my model'
    "
  `);
});

test('a server that already runs has nothing to start', () => {
  expect(textOf({})).toBe('# a already runs at http://127.0.0.1:8001; nothing is started\n');
});

test('no address of a plan ends the comment that it stands in', () => {
  const url = 'http://127.0.0.1:1/\nrm -rf x';
  expect(textOf({ url })).toBe('# a already runs at http://127.0.0.1:1/rm-rfx; nothing is started\n');
  expect(printCompose(planOf([{ name: 'a', url }]))).toBe(
    '# a already runs at http://127.0.0.1:1/rm-rfx\nservices: {}\n',
  );
});

test('a Compose file is read back as the plan has it, with dollars kept and secrets by name', () => {
  const text = printCompose(
    planOf([
      { name: 'vllm', deploy: { docker: fullDocker } },
      {
        name: 'all',
        deploy: { docker: { image: 'a', network: 'host', gpus: 'all' } },
        url: 'http://127.0.0.1:1',
      },
      { name: 'here', deploy: { process: { command: ['serve', '--port', '2'] } } },
      { name: 'there', url: 'http://127.0.0.1:3' },
    ]),
  );
  expect(text.split('\n').slice(0, 2)).toEqual([
    '# here is a process of the host, not a container',
    '# there already runs at http://127.0.0.1:3',
  ]);
  // Read as YAML 1.1, as Compose does.
  expect(parse(text, { version: '1.1' })).toEqual({
    services: {
      vllm: {
        image: 'vllm/vllm-openai:v0.11.0',
        pull_policy: 'always',
        entrypoint: ['vllm', 'serve'],
        command: ['--model', 'Qwen/Qwen3-8B', '--api-key', askedToken],
        ports: ['127.0.0.1:8001:8000'],
        ipc: 'private',
        shm_size: 17_179_869_184,
        environment: {
          HF_TOKEN: askedToken,
          OTHER: askedToken,
          PRICE: '$$5',
          SWITCH: 'on',
        },
        volumes: [
          { type: 'bind', source: '~/.cache/huggingface', target: '/root/.cache/huggingface' },
          { type: 'bind', source: '/models', target: '/models', read_only: true },
        ],
        healthcheck: {
          test: ['CMD', 'curl', '-f', 'http://localhost:8000/health'],
          interval: '5s',
          retries: 3,
        },
        stop_grace_period: '1500ms',
        deploy: {
          resources: {
            reservations: { devices: [{ driver: 'nvidia', device_ids: ['0', '1'], capabilities: ['gpu'] }] },
          },
        },
      },
      all: {
        image: 'a',
        network_mode: 'host',
        stop_grace_period: '30s',
        deploy: {
          resources: {
            reservations: { devices: [{ driver: 'nvidia', count: 'all', capabilities: ['gpu'] }] },
          },
        },
      },
    },
  });
});

test('every text survives a Compose file', () => {
  fc.assert(
    fc.property(fc.array(plainArgument, { minLength: 1, maxLength: 5 }), (args) => {
      const text = printCompose(
        planOf([{ name: 'a', url: 'http://h', deploy: { docker: { image: 'a', network: 'host', args } } }]),
      );
      const command: unknown = parse(text, { version: '1.1' }).services.a.command;
      expect(command).toEqual(args.map((argument) => argument.replaceAll('$', '$$$$')));
    }),
  );
});
