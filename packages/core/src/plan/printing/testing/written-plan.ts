import { parsePlan } from '../../parse-plan.ts';
import type { Plan } from '../../plan-schema.ts';

/** A plan with these targets, read as a person's file is. */
export const planOf = (targets: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): Plan =>
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

/** A container with everything that a plan can say of one. */
export const fullDocker = {
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
