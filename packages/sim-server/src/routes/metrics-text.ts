import type { ServerState } from '../server-state.ts';
import type { LogHistogram } from '../truth/log-histogram.ts';

const vllmBuckets = {
  timeToFirstToken: [
    0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160,
    640, 2560,
  ],
  interToken: [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80],
  request: [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680],
};

const sglangBuckets = {
  timeToFirstToken: [0.1, 0.2, 0.4, 0.6, 0.8, 1, 2, 4, 6, 8, 10, 20, 40, 60, 80, 100, 200, 400],
  interToken: [
    0.002, 0.004, 0.006, 0.008, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.06, 0.08, 0.1, 0.2, 0.4, 0.6,
    0.8, 1, 2, 4, 6, 8,
  ],
  request: [0.1, 0.2, 0.4, 0.6, 0.8, 1, 2, 4, 6, 8, 10, 20, 40, 60, 80, 100, 200, 400, 600, 1200, 1800, 2400],
};

/** The server's metrics as Prometheus text, with the names, labels and bucket borders of its engine. */
export function metricsText(state: ServerState): string {
  const lines = state.profile.engine === 'vllm' ? vllmLines(state) : sglangLines(state);
  return `${lines.join('\n')}\n`;
}

function vllmLines({ profile, engine, metrics }: ServerState): string[] {
  const load = engine.load();
  const labels = `engine="0",model_name="${profile.model}"`;
  const say = (name: string, type: string, value: number): string[] =>
    single(`vllm:${name}`, type, labels, value);
  const spread = (name: string, histogram: LogHistogram, borders: readonly number[]): string[] =>
    histogramLines(`vllm:${name}`, labels, histogram, borders);
  return [
    ...say('num_requests_running', 'gauge', load.running),
    ...say('num_requests_waiting', 'gauge', load.waiting),
    ...say('kv_cache_usage_perc', 'gauge', share(load.kvUsedTokens, load.kvCapacityTokens)),
    ...say('prefix_cache_queries_total', 'counter', load.prefixQueriedTokens),
    ...say('prefix_cache_hits_total', 'counter', load.prefixHitTokens),
    ...say('num_preemptions_total', 'counter', load.preemptions),
    ...say('prompt_tokens_total', 'counter', metrics.promptTokens),
    ...say('prompt_tokens_cached_total', 'counter', metrics.cachedTokens),
    ...say('generation_tokens_total', 'counter', metrics.generationTokens),
    '# TYPE vllm:request_success_total counter',
    ...Object.entries(metrics.finished).map(
      ([reason, count]) =>
        `vllm:request_success_total{${labels},finished_reason="${reason}"} ${number(count)}`,
    ),
    '# TYPE vllm:cache_config_info gauge',
    `vllm:cache_config_info{block_size="${profile.kvBlockTokens}",cache_dtype="auto",enable_prefix_caching="${profile.prefixCaching ? 'True' : 'False'}",engine="0",gpu_memory_utilization="0.95",kv_cache_size_tokens="${profile.kvCapacityTokens}",num_gpu_blocks="${Math.floor(profile.kvCapacityTokens / profile.kvBlockTokens)}"} 1.0`,
    ...spread('time_to_first_token_seconds', metrics.timeToFirstToken, vllmBuckets.timeToFirstToken),
    ...spread('inter_token_latency_seconds', metrics.interTokenLatency, vllmBuckets.interToken),
    ...spread('e2e_request_latency_seconds', metrics.endToEnd, vllmBuckets.request),
    ...spread('request_queue_time_seconds', metrics.queueTime, vllmBuckets.request),
  ];
}

function sglangLines({ profile, engine, metrics }: ServerState): string[] {
  const load = engine.load();
  const labels = `engine_type="unified",model_name="${profile.model}"`;
  const say = (name: string, type: string, value: number): string[] =>
    single(`sglang:${name}`, type, labels, value);
  const spread = (name: string, histogram: LogHistogram, borders: readonly number[]): string[] =>
    histogramLines(`sglang:${name}`, labels, histogram, borders);
  return [
    ...say('num_running_reqs', 'gauge', load.running),
    ...say('num_queue_reqs', 'gauge', load.waiting),
    ...say('num_used_tokens', 'gauge', load.kvUsedTokens),
    ...say('max_total_num_tokens', 'gauge', profile.kvCapacityTokens),
    ...say('token_usage', 'gauge', share(load.kvUsedTokens, load.kvCapacityTokens)),
    ...say('cache_hit_rate', 'gauge', share(load.prefixHitTokens, load.prefixQueriedTokens)),
    ...say('num_retracted_reqs', 'gauge', load.preemptions),
    ...say('prompt_tokens_total', 'counter', metrics.promptTokens),
    ...say('generation_tokens_total', 'counter', metrics.generationTokens),
    '# TYPE sglang:cached_tokens_total counter',
    `sglang:cached_tokens_total{cache_source="device",${labels}} ${number(metrics.cachedTokens)}`,
    ...say('num_requests_total', 'counter', metrics.finished.stop + metrics.finished.length),
    ...spread('time_to_first_token_seconds', metrics.timeToFirstToken, sglangBuckets.timeToFirstToken),
    ...spread('inter_token_latency_seconds', metrics.interTokenLatency, sglangBuckets.interToken),
    ...spread('e2e_request_latency_seconds', metrics.endToEnd, sglangBuckets.request),
    ...spread('queue_time_seconds', metrics.queueTime, sglangBuckets.request),
  ];
}

function single(name: string, type: string, labels: string, value: number): string[] {
  return [`# TYPE ${name} ${type}`, `${name}{${labels}} ${number(value)}`];
}

function histogramLines(
  name: string,
  labels: string,
  histogram: LogHistogram,
  borders: readonly number[],
): string[] {
  const buckets = borders.map(
    (border) =>
      `${name}_bucket{${labels},le="${number(border)}"} ${number(histogram.countUpTo(border * 1e6))}`,
  );
  const total = number(histogram.count);
  const sum = number(((histogram.mean() ?? 0) * histogram.count) / 1e6);
  return [
    `# TYPE ${name} histogram`,
    ...buckets,
    `${name}_bucket{${labels},le="+Inf"} ${total}`,
    `${name}_count{${labels}} ${total}`,
    `${name}_sum{${labels}} ${sum}`,
  ];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** A number as Python prints a float. */
function number(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
