import { join } from 'node:path';
import { z } from 'zod';
import { fromMillis, type PeerReading, unknownFigure } from '../figure.ts';
import type { PeerClient } from '../peer-client.ts';
import { inputTokens } from '../peer-load.ts';
import { layPythonEnvironment, missingFrom } from '../python-environment.ts';
import { readPythonJson } from '../python-json.ts';
import { model, offline } from './offline.ts';

const version = '0.8.1';
const name = `guidellm-${version}`;
const resultFile = 'guidellm.json';

const result = z.object({
  benchmarks: z.array(
    z.object({
      metrics: z.object({
        time_to_first_token_ms: z.object({ successful: z.object({ mean: z.number() }) }),
      }),
    }),
  ),
});

/** GuideLLM of the vLLM project. */
export const guidellm: PeerClient = {
  name: 'guidellm',
  title: `GuideLLM ${version}`,
  shortStreamRequests: 1_000,
  install: (places) =>
    layPythonEnvironment(places, { name, python: '3.11', packages: [`guidellm==${version}`] }),
  missing: ({ folder }) => missingFrom(join(folder, name)),
  command: async ({ load, url, folder, places }) => ({
    program: join(places.folder, name, 'bin/guidellm'),
    arguments: [
      'run',
      ...['--backend', `kind=openai_http,target=${url},model=${model},request_format=/v1/chat/completions`],
      ...['--profile', `kind=concurrent,streams=${load.users}`],
      ...['--constraint', `kind=max_requests,count=${load.requests}`],
      ...['--tokenizer', `kind=huggingface_auto,model=${places.tokenizer}`],
      ...['--data', `kind=synthetic_text,prompt_tokens=${inputTokens},output_tokens=${load.outputTokens}`],
      ...['--output', `kind=json,path=${join(folder, resultFile)}`],
    ],
    environment: offline,
  }),
  read: async (folder): Promise<PeerReading> => {
    const [first] = result.parse(await readPythonJson(join(folder, resultFile))).benchmarks;
    if (first === undefined) throw new Error('the result has no benchmark');
    return {
      firstTokenMean: fromMillis(first.metrics.time_to_first_token_ms.successful.mean),
      gapP99: unknownFigure('its inter-token latency is a mean per request, which hides every stall'),
    };
  },
};
