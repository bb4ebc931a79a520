import { expect, test } from 'vitest';
import { buildStage } from './build-stage.ts';
import { emptyStage, measuredStage, plannedStage, stageEntry, unwatched } from './testing/measured-result.ts';

const full = stageEntry(measuredStage());
const empty = stageEntry(emptyStage());

test('the counts add up: planned is dispatched plus dropped, dispatched is completed plus failed plus cut', () => {
  const { planned, dispatched, dropped, completed, failed, cut } = full.counts;
  expect(full.counts).toEqual({
    planned: 102,
    dispatched: 102,
    dropped: 0,
    late: 0,
    completed: 100,
    failed: 1,
    cut: 1,
  });
  expect([planned, dispatched]).toEqual([dispatched + dropped, completed + failed + cut]);
});

test('rates are over the window’s own length, worked by hand', () => {
  // 800 tokens and 100 answers in a window from 1,000 to 102,000 us: 101 ms.
  expect(full.window).toMatchObject({ start: 1000, end: 102_000, reason: null });
  const { outputThroughput, inputThroughput, totalThroughput, requestThroughput, errorRate } = full.metrics;
  expect(outputThroughput.value).toBeCloseTo(800 / 0.101);
  expect(inputThroughput.value).toBeCloseTo(1200 / 0.101);
  expect(totalThroughput.value).toBeCloseTo(2000 / 0.101);
  expect(requestThroughput.value).toBeCloseTo(100 / 0.101);
  expect(errorRate.value).toBeCloseTo(1 / 101);
});

test('speeds of one request: eight tokens in 800 us, a token each 100 us', () => {
  expect(full.metrics.requestSpeed.value).toBeCloseTo(10_000);
  expect(full.metrics.decodeSpeed.value).toBeCloseTo(10_000);
  expect(full.metrics.tpot.mean).toBe(100);
  expect(full.metrics.tokenGap).toMatchObject({ count: 700, mean: 100 });
});

test('a percentile with too few samples is null and says how many it has of how many', () => {
  const { ttft } = full.metrics;
  expect(ttft).toMatchObject({ count: 100, p50: 100, p90: 100, p95: 100, p99: null, p999: null });
  expect(ttft.reasons).toMatchObject({
    p99: 'too few samples: 100 of 459',
    p999: 'too few samples: 100 of 4603',
  });
});

test('a certified bound needs its own number of samples', () => {
  expect(full.metrics.ttft.certified).toMatchObject({ p90: 100, p99: null });
});

test('what is unknown is null with a reason, never zero', () => {
  expect(empty).toMatchObject({ status: 'failed', window: { start: null, end: null } });
  const { ttft, concurrency, ...rest } = empty.metrics;
  expect(ttft).toMatchObject({ kind: 'unknown', count: 0, mean: null, p50: null, histogram: null });
  expect(ttft.reasons['all']).toContain('never opened');
  for (const name of [
    'outputThroughput',
    'requestThroughput',
    'throughputPerUser',
    'requestSpeed',
    'decodeSpeed',
    'errorRate',
  ] as const) {
    expect(rest[name], name).toMatchObject({ kind: 'unknown', value: null });
    expect(rest[name].reason, name).not.toBe('');
  }
  expect(concurrency.mean).toMatchObject({ value: null });
});

test('latencies from a schedule are unknown in a closed loop, and say so', () => {
  for (const name of ['startLag', 'ttftResponse', 'e2eResponse'] as const)
    expect(full.metrics[name].reasons['all']).toBe('only in open-loop stages, which have a schedule');
});

test.each([
  ['finished', 'completed', null],
  ['interrupted', 'partial', 'interrupted'],
  ['skipped', 'partial', 'skipped: whoever watched the run ended the stage early'],
  ['target-unreachable', 'partial', 'the target could not be reached any more: http-status 503'],
] as const)('a stage that stopped as %s is %s', (reason, status, statusReason) => {
  const { generator, server } = full;
  const parts = {
    planned: plannedStage,
    startedAt: '',
    measurement: measuredStage(),
    prompts: [],
    ...unwatched,
    generator,
    server,
  };
  expect(buildStage({ ...parts, reason })).toMatchObject({ status, statusReason });
});

test('tokens of answers that nobody counted are said to be missing', () => {
  const measurement = measuredStage();
  const uncounted = { ...measurement, tokens: { ...measurement.tokens, requestsWithoutCount: 3 } };
  expect(stageEntry(uncounted).tokens.reason).toContain('no usage for 3 answers');
});
