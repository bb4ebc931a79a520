import { expect, test } from 'vitest';
import { readServerMetrics } from '../measurement/server-metrics.ts';
import { type ServerObservation, type ServerSample, sampleOf } from '../measurement/server-observation.ts';
import { describeServer } from './describe-server.ts';
import { serverViewSchema } from './stage-schema.ts';

const second = 1_000_000;

/** A server that answers one request per second: its first token after 150 ms, then 20 tokens 10 ms apart. */
function sampleAt(instant: number, running: number): ServerSample {
  const requests = Math.max(0, Math.floor(instant / second) - 2);
  const text = [
    `vllm:num_requests_running ${running}`,
    'vllm:num_requests_waiting 0',
    `vllm:kv_cache_usage_perc ${running / 10}`,
    `vllm:generation_tokens_total ${requests * 21}`,
    `vllm:prompt_tokens_total ${requests * 100}`,
    `vllm:request_success_total ${requests}`,
    `vllm:prefix_cache_hits_total ${requests * 25}`,
    `vllm:prefix_cache_queries_total ${requests * 100}`,
    'vllm:num_preemptions_total 4',
    `vllm:time_to_first_token_seconds_bucket{le="0.1"} 0`,
    `vllm:time_to_first_token_seconds_bucket{le="0.2"} ${requests}`,
    `vllm:time_to_first_token_seconds_bucket{le="+Inf"} ${requests}`,
    `vllm:time_to_first_token_seconds_count ${requests}`,
    `vllm:time_to_first_token_seconds_sum ${requests * 0.15}`,
  ].join('\n');
  return sampleOf(readServerMetrics(text), instant, instant);
}

const instants = Array.from({ length: 100 }, (_, index) => index * second + 300_000);
const observation: ServerObservation = {
  samples: instants.map((instant, index) => sampleAt(instant, index % 4)),
  missed: 2,
  reason: null,
};
const whole = { start: second, end: 99 * second };
const window = { start: 10 * second, end: 50 * second };

test('the whole stage and the window each have the counts of their own edges, and say how far off these are', () => {
  const view = describeServer(observation, { whole, window });
  expect(view).toMatchObject({
    engine: 'vllm',
    requestsFinished: 97,
    generationTokens: 97 * 21,
    preemptions: 0,
    start: 300_000,
    offBy: { start: 300_000 - second, end: 300_000 },
  });
  expect(view?.window).toMatchObject({
    start: 10 * second + 300_000,
    offBy: { start: 300_000, end: 300_000 },
    requestsFinished: 40,
    generationTokens: 40 * 21,
    prefixCache: { hits: 1000, queries: 4000, share: 0.25 },
  });
});

test("a latency has the server's exact mean, and percentiles within its buckets where enough was observed", () => {
  const view = describeServer(observation, { whole, window });
  expect(view?.timeToFirstToken.mean).toBeCloseTo(150_000, 3);
  expect(view?.timeToFirstToken.p95).toMatchObject({ low: 100_000, high: 200_000, estimate: 195_000 });
  expect(view?.window?.timeToFirstToken.p95.reason).toBe('too few samples: 40 of 90');
  expect(view?.e2e).toMatchObject({ count: null, mean: null, reason: 'the server has no such histogram' });
});

test('gauges are means over the samples inside the span, and their largest', () => {
  const view = describeServer(observation, { whole, window });
  expect(view?.window?.gauges.running).toEqual({ mean: 1.5, max: 3 });
  expect(view?.window?.gauges.kvUse.max).toBeCloseTo(0.3, 9);
});

test('the series has at most 120 points, whatever the number of samples, and means over all of them', () => {
  const many = Array.from({ length: 600 }, (_, index) => sampleAt(index * second, index % 4));
  const view = describeServer({ ...observation, samples: many }, { whole, window: null });
  expect(view?.samples).toBe(600);
  expect(view?.series).toHaveLength(120);
  const mean = (view?.series ?? []).reduce((sum, point) => sum + (point.running ?? 0), 0) / 120;
  expect(mean).toBeCloseTo(1.5, 9);
});

test('what is written keeps to the schema', () => {
  const view = describeServer(observation, { whole, window });
  expect(serverViewSchema.parse(view)).toEqual(view);
});

test('a window so short that one sample is nearest to both edges has no counts', () => {
  const short = { start: 10 * second + 250_000, end: 10 * second + 350_000 };
  expect(describeServer(observation, { whole, window: short })?.window).toBeNull();
});

test('a restart in the middle leaves counts and latencies unknown', () => {
  const samples = [sampleAt(90 * second, 1), sampleAt(5 * second, 1)].map((sample, index) => ({
    ...sample,
    at: (index + 1) * second,
  }));
  const view = describeServer({ ...observation, samples }, { whole, window: null });
  expect(view?.requestsFinished).toBeNull();
  expect(view?.prefixCache.share).toBeNull();
  expect(view?.timeToFirstToken).toMatchObject({
    count: null,
    reason: 'the server began to count anew: it was restarted',
  });
});

test('a stage without a request of its own has no share of hits, which is not 0', () => {
  const samples = [sampleAt(10 * second, 0), sampleAt(10 * second + 1, 0)];
  const view = describeServer({ ...observation, samples }, { whole, window: null });
  expect(view?.prefixCache).toEqual({ hits: 0, queries: 0, share: null });
  expect(view?.timeToFirstToken).toMatchObject({ count: 0, mean: null });
});

test('a server without metrics, or of an unknown kind, has no view', () => {
  const spans = { whole, window };
  expect(describeServer({ samples: [], missed: 1, reason: 'none' }, spans)).toBeNull();
  const unknown = sampleOf(readServerMetrics('up 1\n'), 0, 0);
  expect(describeServer({ ...observation, samples: [unknown, unknown] }, spans)).toBeNull();
});
