import { join } from 'node:path';
import { z } from 'zod';
import { fromMillis, type PeerReading } from '../figure.ts';
import type { PeerRun } from '../peer-client.ts';
import { inputTokens } from '../peer-load.ts';
import { engineEnvironment, type PeerPlaces } from '../peer-places.ts';
import { readLastJsonLine } from '../python-json.ts';
import { model } from './offline.ts';

/** The release of SGLang whose clients are compared. */
export const sglangVersion = '0.5.23';

/** The environment that both of its clients run in. */
export const sglangHome = (places: PeerPlaces): string =>
  engineEnvironment(places, `sglang-${sglangVersion}`);

const resultFile = 'sglang.jsonl';
const result = z.object({ mean_ttft_ms: z.number(), p99_itl_ms: z.number() });

/** The arguments that SGLang's two clients share. */
export function sglangArguments({ load, url, folder, places }: PeerRun): string[] {
  return [
    ...['--backend', 'vllm-chat', '--base-url', url, '--model', model, '--tokenizer', places.tokenizer],
    ...['--dataset-name', 'random-ids', '--random-range-ratio', '1.0'],
    ...['--random-input-len', String(inputTokens), '--random-output-len', String(load.outputTokens)],
    ...['--num-prompts', String(load.requests), '--max-concurrency', String(load.users)],
    ...['--warmup-requests', '0', '--output-file', join(folder, resultFile)],
  ];
}

/** Their result, one line a run: the mean time to the first token, and a percentile over all gaps between events. */
export async function readSglangResult(folder: string): Promise<PeerReading> {
  const { mean_ttft_ms, p99_itl_ms } = result.parse(await readLastJsonLine(join(folder, resultFile)));
  return { firstTokenMean: fromMillis(mean_ttft_ms), gapP99: fromMillis(p99_itl_ms) };
}
