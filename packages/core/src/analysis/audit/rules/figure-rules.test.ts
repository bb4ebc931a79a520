import { expect, test } from 'vitest';
import type { Comparison } from '../../../result/analysis/comparison-schema.ts';
import type { Distribution } from '../../../result/figure-schema.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import {
  auditedResult,
  documentSource,
  evidenceOf,
  figureOf,
  lengthOf,
  levelStage,
  withMetrics,
} from '../testing/audited-result.ts';

const stage = levelStage('one', 5, 100);
const ttft = (changes: Partial<Distribution>): Stage =>
  withMetrics(stage, { ttft: { ...stage.metrics.ttft, kind: 'measured', count: 1000, ...changes } });
const names = (stages: readonly Stage[]) =>
  evidenceOf('figures-do-not-follow', auditedResult({ stages })).map(({ identity }) => identity);
const e2e = (mean: number, more: Partial<Distribution> = {}): Distribution => ({
  ...stage.metrics.e2e,
  kind: 'measured',
  count: 1000,
  mean,
  ...more,
});

test('tokens of an answer are speed times time, where all took about as long', () => {
  const single = (time: Distribution, tokens: number) => ({
    ...withMetrics(levelStage('one', 1, 50), { e2e: time }),
    lengths: { input: lengthOf(100, 50), output: lengthOf(tokens, 50) },
  });
  expect(names([single(e2e(10_000_000), 500)])).toEqual([]);
  expect(names([single(e2e(10_000_000), 128)])).toEqual(['speed-times-time']);
  // Means of ratios say nothing where one request took forty times as long as another.
  expect(names([single(e2e(10_000_000, { min: 1_000_000, max: 40_000_000 }), 128)])).toEqual([]);
});

test("throughput follows from requests and lengths, requests in flight from Little's law, the total from its parts", () => {
  const sound = {
    ...withMetrics(stage, {
      requestThroughput: figureOf(1, 'req/s'),
      e2e: e2e(5_000_000),
      inputThroughput: figureOf(200, 'tok/s'),
      totalThroughput: figureOf(300, 'tok/s'),
      throughputPerUser: figureOf(20, 'tok/s'),
      concurrency: { ...stage.metrics.concurrency, mean: figureOf(5, 'requests') },
    }),
    lengths: { input: lengthOf(200, 1000), output: lengthOf(100, 1000) },
  };
  expect(names([sound])).toEqual([]);
  const broken = withMetrics(sound, {
    requestThroughput: figureOf(2, 'req/s'),
    totalThroughput: figureOf(400, 'tok/s'),
    throughputPerUser: figureOf(100, 'tok/s'),
  });
  expect(names([broken])).toEqual([
    'length-times-requests',
    'throughput-per-user',
    'total-throughput',
    'requests-in-flight',
  ]);
});

test('where arrivals outrun the server what ends is less than what runs, and nothing is contradicted', () => {
  const flooded: Stage = {
    ...withMetrics(stage, {
      requestThroughput: figureOf(1, 'req/s'),
      e2e: e2e(5_000_000),
      concurrency: { ...stage.metrics.concurrency, mean: figureOf(60, 'requests') },
    }),
    load: {
      loop: 'open',
      requestsPerSecond: 4,
      arrivals: { kind: 'poisson', requestsPerSecond: 4 },
      maxInFlight: 1000,
      atCap: 'drop',
    },
  };
  expect(names([flooded])).toEqual([]);
});

test('what the ends of a window cut is no contradiction', () => {
  const short = {
    ...withMetrics(stage, {
      requestThroughput: figureOf(0.8, 'req/s'),
      e2e: e2e(5_000_000, { count: 15 }),
    }),
    lengths: { input: lengthOf(200, 15), output: lengthOf(100, 15) },
  };
  expect(names([short])).toEqual([]);
});

test('counts add up, and an error that is listed was counted', () => {
  const counts = { planned: 100, dispatched: 98, dropped: 2, late: 0, completed: 95, failed: 2, cut: 1 };
  const errors: Stage['errors'] = [{ class: 'timeout', detail: '', count: 2, sample: '' }];
  const found = (changes: Partial<Stage>) =>
    evidenceOf('counts-do-not-add-up', auditedResult({ stages: [{ ...stage, counts, errors, ...changes }] }));
  expect(found({})).toEqual([]);
  expect(found({ counts: { ...counts, dropped: 0 } })).toEqual([{ sum: 'planned', whole: 100, parts: 98 }]);
  expect(found({ counts: { ...counts, cut: 0 } })).toEqual([{ sum: 'dispatched', whole: 98, parts: 97 }]);
  expect(found({ windowCounts: { completed: 96, failed: 0 } })).toMatchObject([
    { sum: 'completed-in-window' },
  ]);
  expect(found({ errors: [{ ...errors[0], count: 3 } as Stage['errors'][number]] })).toMatchObject([
    { sum: 'errors', whole: 2, parts: 3 },
  ]);
  expect(found({ counts: null })).toEqual([]);
});

const comparison = (changes: Partial<Comparison>): Comparison =>
  ({
    metric: 'outputThroughput',
    suite: 'concurrency',
    load: '5 users',
    language: 'en',
    baseline: 'one',
    candidate: 'two',
    baselineValue: 100,
    candidateValue: 270,
    ratio: 2.7,
    interval: null,
    winner: null,
    verdict: 'inconclusive',
    reason: null,
    ...changes,
  }) as Comparison;
const interval = (low: number, high: number) =>
  ({ low, high, method: 't', over: 'repeats', values: null }) as Comparison['interval'];

test('a ratio is that of its two values', () => {
  const found = (ratio: number) =>
    evidenceOf('ratio-does-not-follow', auditedResult({ comparisons: [comparison({ ratio })] }));
  expect(found(2.7)).toEqual([]);
  expect(found(2.65)).toEqual([]);
  expect(found(3.7)).toMatchObject([{ stated: 3.7, derived: 2.7 }]);
});

test('a winner whose interval holds 1 is inside the noise', () => {
  const found = (low: number, high: number) =>
    evidenceOf(
      'winner-inside-noise',
      auditedResult({ comparisons: [comparison({ winner: 'two', interval: interval(low, high) })] }),
    );
  expect(found(0.9, 3)).toMatchObject([{ winner: 'two', interval: { low: 0.9, high: 3 } }]);
  expect(found(2.5, 3)).toEqual([]);
});

test('so is a stated winner by less than single runs differ by, unless there are repeats', () => {
  const claim = {
    kind: 'winner',
    text: 'one wins',
    metric: 'outputThroughput',
    users: 5,
    winner: 'one',
    factor: null,
  } as const;
  const found = (rate: number, repeat = 1) =>
    evidenceOf(
      'winner-inside-noise',
      auditedResult({
        source: documentSource([claim]),
        stages: [levelStage('one', 5, rate, { repeat }), levelStage('two', 5, 100)],
      }),
    );
  expect(found(103)).toMatchObject([{ winner: 'one', interval: null }]);
  expect(found(106)).toEqual([]);
  expect(found(103, 2)).toEqual([]);
});

test('percentiles rise', () => {
  const found = (changes: Partial<Distribution>) =>
    evidenceOf('percentiles-out-of-order', auditedResult({ stages: [ttft(changes)] }));
  expect(found({ min: 10, p50: 20, p99: 90, max: 100 })).toEqual([]);
  expect(found({ min: 10, p50: 95_000, p99: 90_000, max: 100_000 })).toEqual([
    { metric: 'ttft', lower: 'p50', lowerMicros: 95_000, upper: 'p99', upperMicros: 90_000 },
  ]);
  expect(found({ p50: 20, p99: 100_100, max: 100_000 })).toEqual([]);
});

test('a mean lies between the ends', () => {
  const found = (changes: Partial<Distribution>) =>
    evidenceOf('mean-outside-range', auditedResult({ stages: [ttft(changes)] }));
  expect(found({ mean: 50, min: 10, max: 100 })).toEqual([]);
  expect(found({ mean: 50 })).toEqual([]);
  expect(found({ mean: 5, min: 10, max: 100 })).toMatchObject([{ mean: 5 }]);
  expect(found({ mean: 120, min: null, max: 100 })).toMatchObject([{ min: null, max: 100 }]);
});

test('p99 of 48 samples is blind, of 459 it is not, and the worst of all is told', () => {
  const found = (changes: Partial<Distribution>) =>
    evidenceOf('percentile-without-samples', auditedResult({ stages: [ttft(changes)] }));
  expect(found({ p50: 1, p90: 2, p99: 3, count: 459 })).toEqual([]);
  expect(found({ p50: 1, p90: 2, p99: 3, count: 43 })).toEqual([
    { metric: 'ttft', percentile: 0.99, samples: 43, required: 459, cells: 2 },
  ]);
  expect(found({ p50: 1, p99: 3, count: null })).toEqual([]);
});

test('a percentile that an import left out for too few samples was printed by its source', () => {
  const notes = ['TTFT: p90 5 ms, p99 77 ms left out, too few samples for it (of 40 samples)'];
  expect(
    evidenceOf(
      'percentile-without-samples',
      auditedResult({ stages: [stage], source: documentSource([], [], notes) }),
    ),
  ).toEqual([{ metric: 'TTFT', percentile: 0.99, samples: 40, required: 459, cells: 2 }]);
});

test('one repeat of everything is said, as a note where nothing is compared', () => {
  expect(evidenceOf('no-repeats', auditedResult({ stages: [stage] }))).toEqual([{ targets: 2, stages: 1 }]);
  const repeated = [stage, levelStage('one', 5, 101, { repeat: 2 })];
  expect(evidenceOf('no-repeats', auditedResult({ stages: repeated }))).toEqual([]);
  expect(evidenceOf('no-repeats', auditedResult({ stages: [] }))).toEqual([]);
});
