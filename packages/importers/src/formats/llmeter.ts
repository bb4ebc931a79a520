import { derived } from '@kneepoint/core';
import { z } from 'zod';
import { nothingOfServer } from '../build/imported-target.ts';
import {
  closedLoopCounts,
  concurrencyByLittle,
  concurrencyOf,
  followingFigures,
  type StatedLatency,
  statedFigures,
  statedLatencies,
} from '../build/source-figures.ts';
import { nothingMore, type StageFacts } from '../build/stage-facts.ts';
import { closedLoop, suiteOf } from '../build/stage-load.ts';
import { lengthsFromTotal } from '../build/token-lengths.ts';
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
  const load = closedLoop(result.clients);
  const { latencies, notes } = statedLatencies([
    latency(result, { name: 'ttft', key: 'time_to_first_token', count: completed }),
    latency(result, { name: 'e2e', key: 'time_to_last_token', count: completed }),
    latency(result, { name: 'tpot', key: 'time_per_output_token', count: null }),
  ]);
  const concurrencyMean = concurrencyByLittle({
    e2eMeanMicros: latencies.e2e?.mean ?? null,
    completed,
    failed,
    durationSeconds: result.total_test_time,
  });
  const input = lengthsFromTotal(result.total_input_tokens, completed);
  const output = lengthsFromTotal(result.total_output_tokens, completed);
  const stage: StageFacts = {
    ...nothingMore,
    suite: suiteOf(load),
    load,
    startedAt: isoOrNull(result.first_request_time),
    latencies,
    figures: {
      ...followingFigures({
        outputThroughput: result.output_tps,
        concurrencyMean,
        tpotMeanMicros: latencies.tpot?.mean ?? null,
        completed,
        failed,
      }),
      ...statedFigures({ outputThroughput: result.output_tps }),
    },
    concurrency: concurrencyOf(concurrencyMean, derived),
    counts: closedLoopCounts(result.total_requests, completed, failed),
    lengths: { ...(input === null ? {} : { input }), ...(output === null ? {} : { output }) },
    tokens: { input: result.total_input_tokens, output: result.total_output_tokens },
    missing,
    windowReason: 'the tool has no window: its figures are over the whole run, ramp and drain inside',
  };
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
