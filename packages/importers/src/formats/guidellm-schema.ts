import { z } from 'zod';
import { numberField, textField } from './fields.ts';

const summarySchema = z.looseObject({
  mean: numberField,
  min: numberField,
  max: numberField,
  count: z.number().int().nonnegative(),
  percentiles: z.looseObject({
    p50: numberField,
    p75: numberField,
    p90: numberField,
    p95: numberField,
    p99: numberField,
    p999: numberField,
  }),
});
export type GuidellmSummary = z.output<typeof summarySchema>;

const byStatus = z
  .looseObject({ successful: summarySchema.nullish(), total: summarySchema.nullish() })
  .nullish();
const totalsSchema = z.looseObject({
  successful: z.number().int().nonnegative(),
  errored: z.number().int().nonnegative(),
  incomplete: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});
const requestSchema = z.looseObject({
  inter_token_latency_ms: numberField,
  time_per_output_token_ms: numberField,
});

const benchmarkSchema = z.looseObject({
  config: z.looseObject({
    strategy: z.looseObject({
      type_: z.string(),
      streams: numberField,
      max_concurrency: numberField,
      rate: numberField,
    }),
    backend: z.looseObject({ target: textField, model: textField, request_format: textField }).nullish(),
  }),
  metrics: z.looseObject({
    request_totals: totalsSchema,
    requests_per_second: byStatus,
    request_concurrency: byStatus,
    request_latency: byStatus,
    prompt_token_count: byStatus,
    output_token_count: byStatus,
    time_to_first_token_ms: byStatus,
    time_per_output_token_ms: byStatus,
    inter_token_latency_ms: byStatus,
    prompt_tokens_per_second: byStatus,
    output_tokens_per_second: byStatus,
    tokens_per_second: byStatus,
  }),
  requests: z.looseObject({ successful: z.array(requestSchema).nullish() }).nullish(),
  warnings: z.array(z.looseObject({ message: textField })).nullish(),
  start_time: numberField,
  warmup_duration: numberField,
  cooldown_duration: numberField,
});
export type GuidellmBenchmark = z.output<typeof benchmarkSchema>;

/** The report that GuideLLM writes as JSON: several benchmarks, each a load level. */
export const guidellmSchema = z.looseObject({
  metadata: z.looseObject({ guidellm_version: textField }).nullish(),
  benchmarks: z.array(benchmarkSchema).min(1),
});
