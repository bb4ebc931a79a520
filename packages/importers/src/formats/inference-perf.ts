import { z } from 'zod';
import { nothingOfServer } from '../build/imported-target.ts';
import { type StatedLatency, statedLatencies } from '../build/source-figures.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { givenLoad } from '../build/stage-load.ts';
import { statedLengths } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';
import { checkFormat, hasKeys, numberField } from './fields.ts';
import type { ImportedFile, Importer, SourceRun } from './importer.ts';

const summarySchema = z
  .looseObject({
    total: numberField,
    mean: numberField,
    min: numberField,
    max: numberField,
    median: numberField,
    p90: numberField,
    p95: numberField,
    p99: numberField,
  })
  .nullish();
type Summary = z.output<typeof summarySchema>;

const schema = z.looseObject({
  benchmark_time_seconds: numberField,
  load_summary: z.looseObject({ count: z.number().int().nonnegative() }),
  successes: z.looseObject({
    count: z.number().int().nonnegative(),
    latency: z.looseObject({
      request_latency: summarySchema,
      normalized_time_per_output_token: summarySchema,
      time_per_output_token: summarySchema,
      time_to_first_token: summarySchema,
      inter_token_latency: summarySchema,
    }),
    throughput: z.looseObject({
      input_tokens_per_sec: numberField,
      output_tokens_per_sec: numberField,
      total_tokens_per_sec: numberField,
      requests_per_sec: numberField,
    }),
    prompt_tokens: summarySchema,
    output_tokens: summarySchema,
  }),
  failures: z.looseObject({ count: z.number().int().nonnegative() }).nullish(),
});
type InferencePerfResult = z.output<typeof schema>;

const tool = 'inference-perf';
const missing = 'inference-perf does not say it';

/** The summary of a stage that inference-perf writes; it does not say the load, which the person has to give. */
export const inferencePerfImporter: Importer = {
  format: 'inference-perf',
  recognises: ([first]) => hasKeys(first, 'load_summary', 'successes'),
  read([document], file): SourceRun {
    const result = checkFormat(schema, document, { name: file.name, tool });
    const { stage, notes } = readResult(result, file);
    return {
      tool,
      toolVersion: null,
      target: { ...nothingOfServer, engine: 'other', api: null, model: null, missing },
      stages: [stage],
      notes: [...standingNotes, ...notes],
    };
  },
};

const standingNotes = [
  'the file does not say its load, its model or its server; the number of users is the one given at the import',
  "inference-perf's time per output token is tpot here, its normalized one ntpot, and its inter-token latency, which is the time between events, chunkGap",
  'rates are over the whole run, ramp and drain inside, and stand as the figures of the stage',
  'schedule_delay is the time that a request waited in its queue for a free user; it is no startLag',
];

function readResult(
  result: InferencePerfResult,
  file: ImportedFile,
): { readonly stage: StageFacts; readonly notes: readonly string[] } {
  const { successes } = result;
  const { throughput, count: completed } = successes;
  const load = givenLoad(file);
  const { latencies, notes } = statedLatencies(latenciesOf(successes));
  const stage = toolStage({
    load,
    planned: result.load_summary.count,
    completed,
    failed: result.failures?.count ?? null,
    durationSeconds: result.benchmark_time_seconds,
    latencies,
    stated: {
      outputThroughput: throughput.output_tokens_per_sec,
      inputThroughput: throughput.input_tokens_per_sec,
      totalThroughput: throughput.total_tokens_per_sec,
      requestThroughput: throughput.requests_per_sec,
    },
    concurrency: null,
    lengths: {
      ...lengths('input', successes.prompt_tokens, completed),
      ...lengths('output', successes.output_tokens, completed),
    },
    tokens: {
      input: successes.prompt_tokens?.total ?? null,
      output: successes.output_tokens?.total ?? null,
    },
    missing,
  });
  return { stage, notes };
}

function latenciesOf({
  latency: said,
  count: completed,
  output_tokens: output,
}: InferencePerfResult['successes']): StatedLatency[] {
  // An answer of one token has neither; where the shortest has two or more, every answer has them.
  const streamed = (output?.min ?? 0) >= 2 ? completed : null;
  const normalized = said.normalized_time_per_output_token;
  return [
    latency('ttft', 'time to first token', { summary: said.time_to_first_token, count: streamed }),
    latency('e2e', 'request latency', { summary: said.request_latency, count: completed }),
    latency('tpot', 'time per output token', { summary: said.time_per_output_token, count: streamed }),
    latency('ntpot', 'normalized time per output token', { summary: normalized, count: completed }),
    latency('chunkGap', 'inter-token latency', { summary: said.inter_token_latency, count: null }),
  ];
}

/** Its times are in seconds. */
function latency(
  name: StatedLatency['name'],
  called: string,
  { summary, count }: { readonly summary: Summary; readonly count: number | null },
): StatedLatency {
  const micros = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * 1e6;
  const { median, p90, p95, p99 } = summary ?? {};
  return {
    name,
    called,
    count,
    mean: micros(summary?.mean),
    min: micros(summary?.min),
    max: micros(summary?.max),
    percentiles: { p50: micros(median), p90: micros(p90), p95: micros(p95), p99: micros(p99) },
  };
}

function lengths(name: 'input' | 'output', summary: Summary, count: number): StageFacts['lengths'] {
  if (summary === null || summary === undefined) return {};
  const { mean, min, max, median, p95 } = summary;
  return { [name]: statedLengths({ count, mean, min, max, p50: median, p95 }) };
}
