import { z } from 'zod';
import { numberField, textField } from './fields.ts';

/** A metric of AIPerf: its unit, and the statistics that it has. */
export const aiperfMetricSchema = z
  .looseObject({
    unit: z.string(),
    avg: numberField,
    min: numberField,
    max: numberField,
    p50: numberField,
    p75: numberField,
    p90: numberField,
    p95: numberField,
    p99: numberField,
    count: numberField,
  })
  .nullish();
export type AiperfMetric = z.output<typeof aiperfMetricSchema>;

const phaseSchema = z.looseObject({
  kind: textField,
  type: textField,
  concurrency: numberField,
  rate: numberField,
  smoothness: numberField,
});

/** The summary of a run of AIPerf. */
export const aiperfSchema = z.looseObject({
  aiperf_version: textField,
  request_throughput: aiperfMetricSchema,
  request_latency: aiperfMetricSchema,
  request_count: aiperfMetricSchema,
  error_request_count: aiperfMetricSchema,
  request_error_rate: aiperfMetricSchema,
  time_to_first_token: aiperfMetricSchema,
  inter_token_latency: aiperfMetricSchema,
  inter_chunk_latency: aiperfMetricSchema,
  output_token_throughput: aiperfMetricSchema,
  input_token_throughput: aiperfMetricSchema,
  total_token_throughput: aiperfMetricSchema,
  e2e_output_token_throughput: aiperfMetricSchema,
  effective_concurrency: aiperfMetricSchema,
  input_sequence_length: aiperfMetricSchema,
  output_sequence_length: aiperfMetricSchema,
  usage_prompt_tokens: aiperfMetricSchema,
  usage_completion_tokens: aiperfMetricSchema,
  input_config: z
    .looseObject({
      models: z.looseObject({ items: z.array(z.looseObject({ name: textField })).nullish() }).nullish(),
      endpoint: z.looseObject({ urls: z.array(z.string()).nullish(), type: textField }).nullish(),
      phases: z.array(phaseSchema).nullish(),
    })
    .nullish(),
  was_cancelled: z.boolean().nullish(),
});
export type AiperfResult = z.output<typeof aiperfSchema>;

const recordValue = z.looseObject({ value: numberField }).nullish();

/** A line of AIPerf's records: one request. */
export const aiperfRecordSchema = z.looseObject({
  metadata: z.looseObject({
    request_start_ns: z.number(),
    request_end_ns: z.number(),
    benchmark_phase: textField,
    was_cancelled: z.boolean().nullish(),
  }),
  metrics: z.looseObject({
    time_to_first_token: recordValue,
    request_latency: recordValue,
    inter_token_latency: recordValue,
    inter_chunk_latency: z.looseObject({ value: z.array(z.number()) }).nullish(),
    usage_prompt_tokens: recordValue,
    usage_completion_tokens: recordValue,
    input_sequence_length: recordValue,
    output_sequence_length: recordValue,
  }),
  error: z.unknown().optional(),
});
export type AiperfRecord = z.output<typeof aiperfRecordSchema>;
