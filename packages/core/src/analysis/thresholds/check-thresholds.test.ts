import { expect, test } from 'vitest';
import type { PlannedStage } from '../../plan/planned-stage.ts';
import { parseThreshold } from '../../plan/thresholds/parse-threshold.ts';
import { parseThresholds } from '../../plan/thresholds/parse-thresholds.ts';
import { micros } from '../../units/units.ts';
import { checkThresholds, thresholdsError } from './check-thresholds.ts';
import { plannedStage } from './testing/threshold-stages.ts';

const open = plannedStage({
  id: '2-rate/4-per-second/vllm/repeat-1',
  suite: 'rate',
  load: { loop: 'open', arrivals: { kind: 'poisson', requestsPerSecond: 4 } },
});
const plan = [
  plannedStage(),
  plannedStage({ target: 'sglang', language: 'ko' }),
  plannedStage({
    id: '1-concurrency/10-users/vllm/repeat-1',
    load: { loop: 'closed', users: 10, thinkTime: null },
  }),
  open,
];

const problemsOf = (texts: readonly string[], stages: readonly PlannedStage[] = plan): readonly string[] =>
  checkThresholds(parseThresholds(texts), stages).map(({ text, problem }) => `${text}: ${problem}`);

test('thresholds that the plan can meet have no problem', () => {
  expect(
    problemsOf([
      'ttft p99 < 500ms',
      'rate(4).ttftResponse p99 < 1s',
      'target(sglang).language(ko).errorRate < 1%',
      'users(10).outputThroughput > 100',
      'mlperf-llama3.1-8b-server',
    ]),
  ).toEqual([]);
});

test('names that fit no stage are told with what there is', () => {
  expect(
    problemsOf([
      'target(vlm).ttft p95 < 1s',
      'users(50).ttft p95 < 1s',
      'rate(8).ttft p95 < 1s',
      'suite(languages).ttft p95 < 1s',
      'language(zh).ttft p95 < 1s',
      'target(sglang).rate(4).ttft p95 < 1s',
    ]).join('\n'),
  ).toMatchInlineSnapshot(`
    "target(vlm).ttft p95 < 1s: no target is named vlm; the targets are vllm, sglang; did you mean vllm?
    users(50).ttft p95 < 1s: no stage has so many users: 50; the numbers of users are 5, 10
    rate(8).ttft p95 < 1s: no stage has the rate 8; the rates are 4
    suite(languages).ttft p95 < 1s: no stage is of the suite languages; the suites are concurrency, rate
    language(zh).ttft p95 < 1s: no stage has the language zh; the languages are en, ko
    target(sglang).rate(4).ttft p95 < 1s: no stage fits all of target(sglang).rate(4)"
  `);
  expect(problemsOf(['rate(8).dropped == 0'], [plannedStage()])).toEqual([
    'rate(8).dropped == 0: no stage has the rate 8; there are no rates',
  ]);
  expect(problemsOf(['dropped == 0'], [])).toEqual(['dropped == 0: there is no stage']);
});

test('a latency from the schedule cannot be had in a closed loop', () => {
  const [first, ...rest] = problemsOf([
    'startLag p99 < 5ms',
    'users(5).ttftResponse certified p99 < 1s',
    'e2eResponse mean < 1s',
    'goodput(ttftResponse<1s) > 99%',
    'suite(rate).startLag p99 < 5ms',
    'suite(rate).goodput(ttftResponse<1s) > 99%',
  ]);
  expect(first).toBe(
    'startLag p99 < 5ms: startLag counts from the schedule of an open loop, and 1-concurrency/5-users/vllm/repeat-1 is a closed loop; select stages with suite(rate) or rate(...)',
  );
  expect(rest).toHaveLength(3);
});

const requests = (count: number): PlannedStage => plannedStage({ stop: { kind: 'requests', count } });

test.each([
  ['ttft p50 < 1s', 7],
  ['ttft p90 < 1s', 44],
  ['ttft p99 < 1s', 459],
  ['ttft p99.9 < 1s', 4603],
  ['ttft certified p90 < 1s', 64],
  ['ttft certified p99 < 1s', 662],
])('%s takes %i requests in each stage that ends by them', (text, needed) => {
  expect(problemsOf([text], [requests(needed)])).toEqual([]);
  const [problem] = problemsOf([text], [requests(needed), requests(needed - 1)]);
  expect(problem).toContain(
    `takes at least ${needed} requests, and 1-concurrency/5-users/vllm/repeat-1 has ${needed - 1}`,
  );
});

test('nothing is said about percentiles of timed stages, of gaps, or about a mean', () => {
  const timed = plannedStage({ stop: { kind: 'duration', micros: micros(1_000_000) } });
  expect(problemsOf(['ttft p99.9 < 1s'], [timed])).toEqual([]);
  expect(problemsOf(['tokenGap p99.9 < 1s', 'chunkGap p99 < 1s', 'ttft max < 1s'], [requests(5)])).toEqual(
    [],
  );
});

test('a threshold that is given twice is told once, however it is written', () => {
  expect(problemsOf(['ttft p95 < 500ms', 'errorRate < 1%', 'ttft.p95 < 0.5s'])).toEqual([
    'ttft.p95 < 0.5s: it is given twice',
  ]);
});

test('all problems are one usage error', () => {
  expect(thresholdsError([])).toBeNull();
  const thresholds = [parseThreshold('users(7).dropped == 0'), parseThreshold('startLag p99 < 5ms')];
  const error = thresholdsError(checkThresholds(thresholds, plan));
  expect(error).toMatchObject({ code: 'threshold-unmeetable', exitCode: 2 });
  expect(error?.message.split('\n')).toHaveLength(2);
  expect(error?.message).toContain('"users(7).dropped == 0": no stage has so many users');
});
