import { z } from 'zod';
import { nothingOfServer } from '../build/imported-target.ts';
import { type StatedLatency, statedLatencies } from '../build/source-figures.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { closedLoop } from '../build/stage-load.ts';
import { lengthsFromTotal } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';
import { checkFormat, hasKeys, numberField, textField } from './fields.ts';
import type { Importer, SourceRun } from './importer.ts';

const schema = z.looseObject({
  total_requests: z.number().int().positive(),
  clients: z.number().int().positive(),
  total_test_time: numberField,
  model_id: textField,
  first_request_time: textField,
  failed_requests: numberField,
  total_input_tokens: numberField,
  total_output_tokens: numberField,
  output_tps: numberField,
});
type LlmeterResult = z.output<typeof schema>;

const tool = 'LLMeter';
const missing = 'LLMeter does not say it';

/** The statistics of a run that LLMeter writes (`stats.json`). */
export const llmeterImporter: Importer = {
  format: 'llmeter',
  recognises: ([first]) => hasKeys(first, 'total_requests', 'clients', 'total_test_time'),
  read([document], file): SourceRun {
    const result = checkFormat(schema, document, { name: file.name, tool });
    const { stage, notes } = readResult(result);
    return {
      tool,
      toolVersion: null,
      target: { ...nothingOfServer, engine: 'other', api: null, model: result.model_id, missing },
      stages: [stage],
      notes: [
        "LLMeter's time per output token is (time to last token - time to first token) / (output tokens - 1): tpot here where the first event carries one token",
        'output_tps is over the whole run, ramp and drain inside, and stands as the output throughput; its figures per minute leave out the end of the run, so they do not stand here',
        ...notes,
      ],
    };
  },
};

function readResult(result: LlmeterResult): {
  readonly stage: StageFacts;
  readonly notes: readonly string[];
} {
  const failed = result.failed_requests;
  const completed = failed === null ? null : result.total_requests - failed;
  const { latencies, notes } = statedLatencies([
    latency(result, { name: 'ttft', key: 'time_to_first_token', count: completed }),
    latency(result, { name: 'e2e', key: 'time_to_last_token', count: completed }),
    latency(result, { name: 'tpot', key: 'time_per_output_token', count: null }),
  ]);
  const input = lengthsFromTotal(result.total_input_tokens, completed);
  const output = lengthsFromTotal(result.total_output_tokens, completed);
  const stage = toolStage({
    load: closedLoop(result.clients),
    planned: result.total_requests,
    completed,
    failed,
    durationSeconds: result.total_test_time,
    latencies,
    stated: { outputThroughput: result.output_tps },
    concurrency: null,
    lengths: { ...(input === null ? {} : { input }), ...(output === null ? {} : { output }) },
    tokens: { input: result.total_input_tokens, output: result.total_output_tokens },
    missing,
    startedAt: isoOrNull(result.first_request_time),
  });
  return { stage, notes };
}

/** `2026-11-24 03:33:42.682708+00:00` as ISO 8601 in UTC; `null` for what is no instant. */
function isoOrNull(text: string | null): string | null {
  const instant = text === null ? Number.NaN : Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** Keys are `time_to_first_token-p50`, in seconds. */
function latency(
  result: Readonly<Record<string, unknown>>,
  {
    name,
    key,
    count,
  }: { readonly name: StatedLatency['name']; readonly key: string; readonly count: number | null },
): StatedLatency {
  const micros = (statistic: string): number | null => {
    const value = result[`${key}-${statistic}`];
    return typeof value === 'number' && Number.isFinite(value) ? value * 1e6 : null;
  };
  return {
    name,
    called: key,
    count,
    mean: micros('average'),
    percentiles: { p50: micros('p50'), p90: micros('p90'), p99: micros('p99') },
  };
}
