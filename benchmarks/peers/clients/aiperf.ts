import { join } from 'node:path';
import { z } from 'zod';
import { fromMillis, type PeerReading } from '../figure.ts';
import type { PeerClient } from '../peer-client.ts';
import { inputTokens } from '../peer-load.ts';
import { layPythonEnvironment, missingFrom } from '../python-environment.ts';
import { readPythonJson } from '../python-json.ts';
import { model } from './offline.ts';

const version = '0.13.0';
const name = `aiperf-${version}`;

// Its inter-token latency is a mean per request; the inter-chunk latency is the one over all gaps.
const result = z.object({
  time_to_first_token: z.object({ avg: z.number() }),
  inter_chunk_latency: z.object({ p99: z.number() }),
});

/** NVIDIA's AIPerf. */
export const aiperf: PeerClient = {
  name: 'aiperf',
  title: `AIPerf ${version}`,
  shortStreamRequests: 1_500,
  install: (places) =>
    layPythonEnvironment(places, { name, python: '3.11', packages: [`aiperf==${version}`] }),
  missing: ({ folder }) => missingFrom(join(folder, name)),
  command: async ({ load, url, folder, places }) => ({
    program: join(places.folder, name, 'bin/aiperf'),
    arguments: [
      ...['profile', '--model', model, '--url', url, '--endpoint-type', 'chat', '--streaming'],
      ...['--tokenizer', places.tokenizer, '--prompt-input-tokens-mean', String(inputTokens)],
      ...['--prompt-output-tokens-mean', String(load.outputTokens)],
      ...['--request-count', String(load.requests), '--concurrency', String(load.users)],
      ...['--output-artifact-dir', join(folder, 'artifacts'), '--ui', 'simple'],
    ],
    // It refuses a tokenizer folder when it is told to be offline.
    environment: { DO_NOT_TRACK: '1', PYTHONDONTWRITEBYTECODE: '' },
  }),
  read: async (folder): Promise<PeerReading> => {
    const file = join(folder, 'artifacts', 'profile_export_aiperf.json');
    const { time_to_first_token, inter_chunk_latency } = result.parse(await readPythonJson(file));
    return {
      firstTokenMean: fromMillis(time_to_first_token.avg),
      gapP99: fromMillis(inter_chunk_latency.p99),
    };
  },
};
