import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { counterGrowth, emptyReading, readServerMetrics, type ServerReading } from './server-metrics.ts';

const capture = (engine: string): string =>
  readFileSync(new URL(`../transport/__fixtures__/captures/${engine}/metrics.txt`, import.meta.url), 'utf8');

const counting = (counters: Partial<ServerReading['counters']>): ServerReading => ({
  ...emptyReading,
  counters: { ...emptyReading.counters, ...counters },
});

test('a recorded vLLM gives its gauges, counters and histograms', () => {
  const reading = readServerMetrics(capture('vllm'));
  expect(reading.engine).toBe('vllm');
  expect(reading.gauges).toEqual({ running: 0, waiting: 0, kvUse: 0 });
  expect(reading.counters).toEqual({
    promptTokens: 115,
    generationTokens: 127,
    requestsFinished: 17,
    prefixCacheHits: 0,
    prefixCacheQueries: 115,
    preemptions: 0,
  });
  expect(reading.histograms.timeToFirstToken).toMatchObject({ count: 17, sum: 2.2797460556030273 });
  expect(reading.histograms.interTokenLatency?.count).toBe(110);
  expect(reading.histograms.e2e?.count).toBe(17);
  expect(reading.histograms.queueTime?.sum).toBeCloseTo(0.000336, 6);
});

test('a recorded SGLang is summed over streamed and other requests, bucket by bucket', () => {
  const reading = readServerMetrics(capture('sglang'));
  expect(reading.engine).toBe('sglang');
  expect(reading.counters.promptTokens).toBe(54 + 14447);
  expect(reading.counters.requestsFinished).toBe(13 + 127);
  expect(reading.counters.prefixCacheHits).toBe(8217);
  // Its gauge of retractions starts anew at each report: it is no count.
  expect(reading.counters.preemptions).toBeNull();
  const first = reading.histograms.timeToFirstToken;
  expect(first?.count).toBe(13 + 127);
  expect(first?.borders.slice(0, 2)).toEqual([0.1, 0.2]);
  expect(first?.cumulative.slice(0, 2)).toEqual([13 + 104, 13 + 127]);
  expect(first?.borders.at(-1)).toBe(Number.POSITIVE_INFINITY);
  expect(reading.histograms.queueTime?.count).toBe(143);
});

test('engines of data parallelism are one server: requests are summed, the fullest cache counts', () => {
  const reading = readServerMetrics(
    [
      'vllm:num_requests_running{engine="0"} 3.0',
      'vllm:num_requests_running{engine="1"} 4.0',
      'vllm:kv_cache_usage_perc{engine="0"} 0.2',
      'vllm:kv_cache_usage_perc{engine="1"} 0.9',
      'vllm:generation_tokens_total{engine="0"} 10.0',
      'vllm:generation_tokens_total{engine="1"} 20.0',
    ].join('\n'),
  );
  expect(reading.gauges.running).toBe(7);
  expect(reading.gauges.kvUse).toBe(0.9);
  expect(reading.counters.generationTokens).toBe(30);
});

test('an SGLang that has served requests and found nothing cached has 0 hits, an older one that cannot say has none', () => {
  const served = 'sglang:prompt_tokens_total{a="b"} 40.0\n';
  expect(readServerMetrics(served).counters.prefixCacheHits).toBeNull();
  const newer = `${served}sglang:uncached_prompt_tokens_histogram_count{a="b"} 1.0\n`;
  expect(readServerMetrics(newer).counters.prefixCacheHits).toBe(0);
});

test('a gauge that was never set is unknown, not 0', () => {
  expect(readServerMetrics('sglang:num_running_reqs{a="b"} NaN\n').gauges.running).toBeNull();
});

test('TGI and llama.cpp are read as far as they have the same things', () => {
  const tgi = readServerMetrics('tgi_queue_size 2\ntgi_request_generated_tokens_sum 640\n');
  expect(tgi).toMatchObject({ engine: 'tgi', gauges: { waiting: 2 }, counters: { generationTokens: 640 } });
  const llama = readServerMetrics('llamacpp:requests_processing 1\nllamacpp:tokens_predicted_total 9\n');
  expect(llama).toMatchObject({
    engine: 'llama.cpp',
    gauges: { running: 1 },
    counters: { generationTokens: 9 },
  });
});

test('metrics of no known engine are nothing', () => {
  expect(readServerMetrics('up 1\n# HELP vllm:x nothing\nother{a="vllm:y"} 2\n')).toEqual(emptyReading);
});

test('a counter that appears with its first observation grew from nothing', () => {
  const after = counting({ promptTokens: 40 });
  expect(counterGrowth(emptyReading, after, 'promptTokens')).toBe(40);
  expect(counterGrowth(after, counting({ promptTokens: 100 }), 'promptTokens')).toBe(60);
});

test('a counter that fell, or is gone, says nothing: the server was restarted', () => {
  const before = counting({ promptTokens: 40 });
  expect(counterGrowth(before, counting({ promptTokens: 3 }), 'promptTokens')).toBeNull();
  expect(counterGrowth(before, emptyReading, 'promptTokens')).toBeNull();
});
