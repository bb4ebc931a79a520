import { join } from 'node:path';
import { z } from 'zod';
import { fromMillis, type PeerReading } from '../figure.ts';
import type { PeerRun } from '../peer-client.ts';
import { inputTokens } from '../peer-load.ts';
import { readPythonJson } from '../python-json.ts';
import { model } from './offline.ts';

const resultFile = 'vllm.json';
const result = z.object({ mean_ttft_ms: z.number(), p99_itl_ms: z.number() });

/** The arguments after `bench serve`, which vLLM's two clients share. */
export function vllmServeArguments({ load, url, folder, places }: PeerRun): string[] {
  return [
    ...['--backend', 'openai-chat', '--base-url', url, '--endpoint', '/v1/chat/completions'],
    ...['--model', model, '--tokenizer', places.tokenizer, '--dataset-name', 'random'],
    ...['--random-input-len', String(inputTokens), '--random-output-len', String(load.outputTokens)],
    ...['--num-prompts', String(load.requests), '--max-concurrency', String(load.users)],
    ...['--percentile-metrics', 'ttft,tpot,itl,e2el', '--ready-check-timeout-sec', '0'],
    ...['--save-result', '--result-dir', folder, '--result-filename', resultFile],
  ];
}

/** Their result: the mean time to the first token, and a percentile over all gaps between events. */
export async function readVllmResult(folder: string): Promise<PeerReading> {
  const { mean_ttft_ms, p99_itl_ms } = result.parse(await readPythonJson(join(folder, resultFile)));
  return { firstTokenMean: fromMillis(mean_ttft_ms), gapP99: fromMillis(p99_itl_ms) };
}
