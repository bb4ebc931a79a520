import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { printCompose } from './compose-text.ts';
import { plainArgument } from './testing/arbitrary-text.ts';
import { fullDocker, planOf } from './testing/written-plan.ts';

/** Compose's way to take a value from the environment and to refuse when it is not there. */
const askedToken = ['$', '{HF_TOKEN:?is not set}'].join('');

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
    { examples: [[[' \n', '']], [['\n a\n']]], numRuns: 300 },
  );
});
