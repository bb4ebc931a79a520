import { type MetricSample, metricTotal, parsePrometheusText } from './prometheus-text.ts';

/** Totals of a server's own metrics at one moment; `null` where the server does not have one. */
export type ServerTotals = {
  readonly promptTokens: number | null;
  readonly generationTokens: number | null;
  readonly requestsFinished: number | null;
  readonly prefixCacheHits: number | null;
  readonly prefixCacheQueries: number | null;
  readonly preemptions: number | null;
  readonly firstTokenSeconds: number | null;
  readonly firstTokenCount: number | null;
  readonly interTokenSeconds: number | null;
  readonly interTokenCount: number | null;
};

type Names = Readonly<Record<keyof ServerTotals, readonly string[]>>;

/** Names by engine, newest first: the first one that a server has is taken. */
const vllmNames: Names = {
  promptTokens: ['vllm:prompt_tokens_total'],
  generationTokens: ['vllm:generation_tokens_total'],
  requestsFinished: ['vllm:request_success_total'],
  prefixCacheHits: ['vllm:prefix_cache_hits_total', 'vllm:gpu_prefix_cache_hits_total'],
  prefixCacheQueries: ['vllm:prefix_cache_queries_total', 'vllm:gpu_prefix_cache_queries_total'],
  preemptions: ['vllm:num_preemptions_total'],
  firstTokenSeconds: ['vllm:time_to_first_token_seconds_sum'],
  firstTokenCount: ['vllm:time_to_first_token_seconds_count'],
  interTokenSeconds: ['vllm:inter_token_latency_seconds_sum', 'vllm:time_per_output_token_seconds_sum'],
  interTokenCount: ['vllm:inter_token_latency_seconds_count', 'vllm:time_per_output_token_seconds_count'],
};

const sglangNames: Names = {
  promptTokens: ['sglang:prompt_tokens_total'],
  generationTokens: ['sglang:generation_tokens_total'],
  requestsFinished: ['sglang:num_requests_total'],
  prefixCacheHits: ['sglang:cached_tokens_total'],
  prefixCacheQueries: ['sglang:prompt_tokens_total'],
  preemptions: ['sglang:num_retracted_reqs_total', 'sglang:num_retracted_reqs'],
  firstTokenSeconds: ['sglang:time_to_first_token_seconds_sum'],
  firstTokenCount: ['sglang:time_to_first_token_seconds_count'],
  interTokenSeconds: ['sglang:inter_token_latency_seconds_sum'],
  interTokenCount: ['sglang:inter_token_latency_seconds_count'],
};

/** A server whose metrics hold nothing of either engine: SGLang before its first request is one. */
export const emptyTotals: ServerTotals = {
  promptTokens: null,
  generationTokens: null,
  requestsFinished: null,
  prefixCacheHits: null,
  prefixCacheQueries: null,
  preemptions: null,
  firstTokenSeconds: null,
  firstTokenCount: null,
  interTokenSeconds: null,
  interTokenCount: null,
};

/** Reads the totals of whichever engine the text is from; `emptyTotals` when it has metrics of neither. */
export function readServerTotals(text: string): ServerTotals {
  const samples = parsePrometheusText(text);
  const has = (prefix: string): boolean => samples.some((sample) => sample.name.startsWith(prefix));
  const names = has('vllm:') ? vllmNames : has('sglang:') ? sglangNames : null;
  if (names === null) return emptyTotals;
  const entries = Object.entries(names).map(([key, candidates]) => [key, firstTotal(samples, candidates)]);
  return Object.fromEntries(entries) as ServerTotals;
}

function firstTotal(samples: readonly MetricSample[], names: readonly string[]): number | null {
  for (const name of names) {
    const total = metricTotal(samples, name);
    if (total !== null) return total;
  }
  return null;
}

/**
 * What a total grew by between two readings. A family that was not there before counts from 0: counters appear with their
 * first observation. `null` where it is not there afterwards, or fell (the server was restarted).
 */
export function growth(before: ServerTotals, after: ServerTotals, key: keyof ServerTotals): number | null {
  const from = before[key] ?? 0;
  const to = after[key];
  return to === null || to < from ? null : to - from;
}
