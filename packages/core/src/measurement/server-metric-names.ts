/** What a server has in hand at one instant. */
export const gaugeNames = ['running', 'waiting', 'kvUse'] as const;
/** One of them. */
export type GaugeName = (typeof gaugeNames)[number];

/** Totals that only grow while a server runs. */
export const counterNames = [
  'promptTokens',
  'generationTokens',
  'requestsFinished',
  'prefixCacheHits',
  'prefixCacheQueries',
  'preemptions',
] as const;
/** One of them. */
export type CounterName = (typeof counterNames)[number];

/** Latency histograms, in seconds. */
export const histogramNames = ['timeToFirstToken', 'interTokenLatency', 'e2e', 'queueTime'] as const;
/** One of them. */
export type HistogramName = (typeof histogramNames)[number];

/** Servers whose metrics are read. */
export type MetricsEngine = 'vllm' | 'sglang' | 'tgi' | 'llama.cpp';

/**
 * What an engine calls its metrics: candidates, newest name first, of which the first one that the server has is taken;
 * an empty list where it has none. A histogram's name is that of its family, without `_bucket`, `_sum` or `_count`.
 */
export type MetricNames = {
  readonly engine: MetricsEngine;
  /** How the names of all its metrics begin. */
  readonly prefix: string;
  readonly gauges: Readonly<Record<GaugeName, readonly string[]>>;
  readonly counters: Readonly<Record<CounterName, readonly string[]>>;
  /**
   * Counters that appear with their first observation: where one is missing and this metric of the same release is there,
   * it is 0; else it is unknown.
   */
  readonly zeroBeside: Readonly<Partial<Record<CounterName, string>>>;
  readonly histograms: Readonly<Record<HistogramName, readonly string[]>>;
};

/** vLLM counts tokens while they are made, requests when they end (aborted ones too). */
const vllm: MetricNames = {
  engine: 'vllm',
  prefix: 'vllm:',
  gauges: {
    running: ['vllm:num_requests_running'],
    waiting: ['vllm:num_requests_waiting'],
    kvUse: ['vllm:kv_cache_usage_perc', 'vllm:gpu_cache_usage_perc'],
  },
  counters: {
    promptTokens: ['vllm:prompt_tokens_total'],
    generationTokens: ['vllm:generation_tokens_total'],
    requestsFinished: ['vllm:request_success_total'],
    prefixCacheHits: ['vllm:prefix_cache_hits_total', 'vllm:gpu_prefix_cache_hits_total'],
    prefixCacheQueries: ['vllm:prefix_cache_queries_total', 'vllm:gpu_prefix_cache_queries_total'],
    preemptions: ['vllm:num_preemptions_total'],
  },
  zeroBeside: {},
  histograms: {
    timeToFirstToken: ['vllm:time_to_first_token_seconds'],
    interTokenLatency: ['vllm:inter_token_latency_seconds', 'vllm:time_per_output_token_seconds'],
    e2e: ['vllm:e2e_request_latency_seconds'],
    queueTime: ['vllm:request_queue_time_seconds'],
  },
};

/**
 * SGLang counts tokens and requests when a request ends (aborted ones too), so that counts of a window are those of the
 * requests that ended in it. Its gauges are set at each prefill and every 40 decode steps: they may be that old. The gauge
 * `num_retracted_reqs` starts again from 0 at each report, so it cannot stand for the counter.
 */
const sglang: MetricNames = {
  engine: 'sglang',
  prefix: 'sglang:',
  gauges: {
    running: ['sglang:num_running_reqs'],
    waiting: ['sglang:num_queue_reqs'],
    kvUse: ['sglang:token_usage'],
  },
  counters: {
    promptTokens: ['sglang:prompt_tokens_total'],
    generationTokens: ['sglang:generation_tokens_total'],
    requestsFinished: ['sglang:num_requests_total'],
    prefixCacheHits: ['sglang:cached_tokens_total'],
    prefixCacheQueries: ['sglang:prompt_tokens_total'],
    preemptions: ['sglang:num_retracted_requests_total'],
  },
  zeroBeside: { prefixCacheHits: 'sglang:uncached_prompt_tokens_histogram_count' },
  histograms: {
    timeToFirstToken: ['sglang:time_to_first_token_seconds'],
    interTokenLatency: ['sglang:inter_token_latency_seconds'],
    e2e: ['sglang:e2e_request_latency_seconds'],
    queueTime: ['sglang:queue_time_seconds'],
  },
};

/** Names as documented; TGI's time per token is a mean per request, which is no inter-token latency. */
const tgi: MetricNames = {
  engine: 'tgi',
  prefix: 'tgi_',
  gauges: { running: ['tgi_batch_current_size'], waiting: ['tgi_queue_size'], kvUse: [] },
  counters: {
    promptTokens: ['tgi_request_input_length_sum'],
    generationTokens: ['tgi_request_generated_tokens_sum'],
    requestsFinished: ['tgi_request_success'],
    prefixCacheHits: [],
    prefixCacheQueries: [],
    preemptions: [],
  },
  zeroBeside: {},
  histograms: {
    timeToFirstToken: [],
    interTokenLatency: [],
    e2e: ['tgi_request_duration'],
    queueTime: ['tgi_request_queue_duration'],
  },
};

/** Names as documented; the server needs `--metrics`. */
const llamaCpp: MetricNames = {
  engine: 'llama.cpp',
  prefix: 'llamacpp:',
  gauges: {
    running: ['llamacpp:requests_processing'],
    waiting: ['llamacpp:requests_deferred'],
    kvUse: ['llamacpp:kv_cache_usage_ratio'],
  },
  counters: {
    promptTokens: ['llamacpp:prompt_tokens_total'],
    generationTokens: ['llamacpp:tokens_predicted_total'],
    requestsFinished: [],
    prefixCacheHits: [],
    prefixCacheQueries: [],
    preemptions: [],
  },
  zeroBeside: {},
  histograms: { timeToFirstToken: [], interTokenLatency: [], e2e: [], queueTime: [] },
};

/** Every table of names; a text is read by the first one whose prefix it has. */
export const metricNameTables: readonly MetricNames[] = [vllm, sglang, tgi, llamaCpp];
