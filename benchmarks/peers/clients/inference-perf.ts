import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fromSeconds, type PeerReading } from '../figure.ts';
import type { PeerClient, PeerRun } from '../peer-client.ts';
import { inputTokens } from '../peer-load.ts';
import { layPythonEnvironment, missingFrom } from '../python-environment.ts';
import { readPythonJson } from '../python-json.ts';
import { model, offline } from './offline.ts';

const version = '0.7.0';
const name = `inference-perf-${version}`;

const result = z.object({
  successes: z.object({
    latency: z.object({
      time_to_first_token: z.object({ mean: z.number() }),
      inter_token_latency: z.object({ p99: z.number() }),
    }),
  }),
});

const exactly = (tokens: number, count: number): Record<string, number> => ({
  min: tokens,
  max: tokens,
  mean: tokens,
  std_dev: 0,
  total_count: count,
});

/** JSON is YAML: the configuration of one run. */
function configuration({ load, url, folder, places }: PeerRun): unknown {
  return {
    // Its generated prompts know no other format.
    api: { type: 'completion', streaming: true },
    data: {
      type: 'random',
      input_distribution: exactly(inputTokens, load.requests),
      output_distribution: exactly(load.outputTokens, load.requests),
    },
    load: {
      type: 'concurrent',
      stages: [{ num_requests: load.requests, concurrency_level: load.users }],
      // A worker's usual cap of 100 would hold a wanted concurrency down.
      worker_max_concurrency: load.users,
    },
    server: { type: 'vllm', model_name: model, base_url: url, ignore_eos: true },
    tokenizer: { pretrained_model_name_or_path: places.tokenizer },
    report: { request_lifecycle: { summary: true, per_stage: false, per_request: false } },
    storage: { local_storage: { path: join(folder, 'reports') } },
  };
}

/** inference-perf of the Kubernetes community. */
export const inferencePerf: PeerClient = {
  name: 'inference-perf',
  title: `inference-perf ${version}`,
  shortStreamRequests: 1_000,
  install: (places) =>
    layPythonEnvironment(places, { name, python: '3.12', packages: [`inference-perf==${version}`] }),
  missing: ({ folder }) => missingFrom(join(folder, name)),
  command: async (run) => {
    const file = join(run.folder, 'configuration.yml');
    await writeFile(file, JSON.stringify(configuration(run)));
    return {
      program: join(run.places.folder, name, 'bin/inference-perf'),
      arguments: ['-c', file],
      environment: offline,
    };
  },
  read: async (folder): Promise<PeerReading> => {
    const file = join(folder, 'reports', 'summary_lifecycle_metrics.json');
    const { latency } = result.parse(await readPythonJson(file)).successes;
    return {
      firstTokenMean: fromSeconds(latency.time_to_first_token.mean),
      gapP99: fromSeconds(latency.inter_token_latency.p99),
    };
  },
};
