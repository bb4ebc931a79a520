import { z } from 'zod';
import { distributionOf } from '../build/distributions.ts';
import { nothingOfServer } from '../build/imported-target.ts';
import { type StatedLatency, statedLatencies } from '../build/source-figures.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { closedLoop } from '../build/stage-load.ts';
import { statedLengths } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';
import { checkFormat, hasKeys, numberField, textField } from './fields.ts';
import type { Importer, SourceRun } from './importer.ts';

const summarySchema = z
  .looseObject({
    min: numberField,
    max: numberField,
    mean: numberField,
    sum: numberField,
    p50: numberField,
    p75: numberField,
    p90: numberField,
    p95: numberField,
    p99: numberField,
  })
  .nullish();
type Summary = z.output<typeof summarySchema>;

const requestSchema = z.looseObject({
  ttft: numberField,
  tpot: numberField,
  e2e_latency: numberField,
  error_code: numberField,
});

const schema = z.looseObject({
  aggregated_metrics: z.looseObject({
    num_concurrency: z.number().int().positive(),
    run_duration: numberField,
    mean_output_throughput_tokens_per_s: numberField,
    mean_input_throughput_tokens_per_s: numberField,
    mean_total_tokens_throughput_tokens_per_s: numberField,
    requests_per_second: numberField,
    num_error_requests: z.number().int().nonnegative(),
    num_completed_requests: z.number().int().nonnegative(),
    num_requests: z.number().int().nonnegative(),
    stats: z.looseObject({
      ttft: summarySchema,
      tpot: summarySchema,
      e2e_latency: summarySchema,
      num_input_tokens: summarySchema,
      num_output_tokens: summarySchema,
    }),
  }),
  individual_request_metrics: z.array(requestSchema).nullish(),
  _time_unit: textField,
});
type GenaiBenchResult = z.output<typeof schema>;

const tool = 'genai-bench';
const missing = 'genai-bench does not say it';

/** Results of genai-bench, one file a load level. */
export const genaiBenchImporter: Importer = {
  format: 'genai-bench',
  recognises: ([first]) => hasKeys(first, 'aggregated_metrics'),
  read([document], file): SourceRun {
    const result = checkFormat(schema, document, { name: file.name, tool });
    const { stage, notes } = readResult(result);
    return {
      tool,
      toolVersion: null,
      target: { ...nothingOfServer, engine: 'other', api: null, model: null, missing },
      stages: [stage],
      notes: [
        'end-to-end time ends when the stream is closed; TPOT is (end-to-end time - time to first token) / (output tokens - 1): the same as here where the first event carries one token',
        'output_inference_speed and output_throughput of single requests are 1 / TPOT, not output tokens / end-to-end time: they do not stand as requestSpeed',
        'rates are over the whole run, ramp and drain inside, and stand as the figures of the stage',
        ...notes,
      ],
    };
  },
};

function readResult(result: GenaiBenchResult): {
  readonly stage: StageFacts;
  readonly notes: readonly string[];
} {
  const { aggregated_metrics: said } = result;
  const completed = said.num_completed_requests;
  const toMicros = result._time_unit === 'ms' ? 1e3 : 1e6;
  const listed = listedLatencies(result, toMicros);
  const all = summarizedLatencies(result, toMicros);
  const stated = statedLatencies(all.filter(({ name }) => !(name in listed)));
  const { num_input_tokens: input, num_output_tokens: output } = said.stats;
  const stage = toolStage({
    load: closedLoop(said.num_concurrency),
    planned: said.num_requests,
    completed,
    failed: said.num_error_requests,
    durationSeconds: said.run_duration,
    latencies: { ...stated.latencies, ...listed },
    stated: {
      outputThroughput: said.mean_output_throughput_tokens_per_s,
      inputThroughput: said.mean_input_throughput_tokens_per_s,
      totalThroughput: said.mean_total_tokens_throughput_tokens_per_s,
      requestThroughput: said.requests_per_second,
    },
    concurrency: null,
    lengths: { ...lengths('input', input, completed), ...lengths('output', output, completed) },
    tokens: { input: input?.sum ?? null, output: output?.sum ?? null },
    missing,
  });
  return { stage, notes: stated.notes };
}

function summarizedLatencies(
  { aggregated_metrics: said }: GenaiBenchResult,
  toMicros: number,
): StatedLatency[] {
  const { stats, num_completed_requests: completed } = said;
  // An answer of one token has no TPOT; where the shortest has two or more, every answer has one.
  const withTpot = (stats.num_output_tokens?.min ?? 0) >= 2 ? completed : null;
  return [
    latency('ttft', stats.ttft, { count: completed, toMicros }),
    latency('tpot', stats.tpot, { count: withTpot, toMicros }),
    latency('e2e', stats.e2e_latency, { count: completed, toMicros }),
  ];
}

/** The distributions of all requests, where the file lists every one that was completed. */
function listedLatencies(result: GenaiBenchResult, toMicros: number): StageFacts['latencies'] {
  const completed = (result.individual_request_metrics ?? []).filter(({ error_code: code }) => code === null);
  if (completed.length === 0 || completed.length !== result.aggregated_metrics.num_completed_requests)
    return {};
  const micros = (pick: (request: (typeof completed)[number]) => number | null): number[] =>
    completed.flatMap((request) => pick(request) ?? []).map((value) => value * toMicros);
  const none = 'no request has it';
  return {
    ttft: distributionOf(
      micros(({ ttft }) => ttft),
      none,
    ),
    tpot: distributionOf(
      micros(({ tpot }) => tpot),
      none,
    ),
    e2e: distributionOf(
      micros((request) => request.e2e_latency),
      none,
    ),
  };
}

function latency(
  name: 'ttft' | 'tpot' | 'e2e',
  summary: Summary,
  { count, toMicros }: { readonly count: number | null; readonly toMicros: number },
): StatedLatency {
  const micros = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * toMicros;
  const { p50, p75, p90, p95, p99 } = summary ?? {};
  return {
    name,
    called: name,
    count,
    mean: micros(summary?.mean),
    min: micros(summary?.min),
    max: micros(summary?.max),
    percentiles: { p50: micros(p50), p75: micros(p75), p90: micros(p90), p95: micros(p95), p99: micros(p99) },
  };
}

function lengths(name: 'input' | 'output', summary: Summary, count: number): StageFacts['lengths'] {
  if (summary === null || summary === undefined) return {};
  const { mean, min, max, p50, p95 } = summary;
  return { [name]: statedLengths({ count, mean, min, max, p50, p95 }) };
}
