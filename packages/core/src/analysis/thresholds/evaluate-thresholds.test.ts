import { expect, test } from 'vitest';
import { parseThreshold } from '../../plan/thresholds/parse-threshold.ts';
import { parseThresholds } from '../../plan/thresholds/parse-thresholds.ts';
import { thresholdOutcomeSchema } from '../../plan/thresholds/threshold-outcome.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { evaluateThresholds, failedChecks, failureText } from './evaluate-thresholds.ts';
import { hundredLatencies, measuredStage } from './testing/threshold-stages.ts';

const repeats = [450_000, 510_000, 460_000].map((p95, index) =>
  measuredStage({
    repeat: index + 1,
    id: `1-concurrency/5-users/a/repeat-${index + 1}`,
    metrics: { ttft: hundredLatencies({ p95 }) },
  }),
);

test('each repeat has to pass: a mean over them cannot hide the bad one', () => {
  const outcomes = evaluateThresholds([parseThreshold('ttft p95 < 500ms')], repeats);
  expect(outcomes).toMatchInlineSnapshot(`
    [
      {
        "checks": [
          {
            "limit": 500000,
            "reason": null,
            "stage": "1-concurrency/5-users/a/repeat-1",
            "unit": "us",
            "value": 450000,
            "verdict": "pass",
          },
          {
            "limit": 500000,
            "reason": "510ms is not < 500ms",
            "stage": "1-concurrency/5-users/a/repeat-2",
            "unit": "us",
            "value": 510000,
            "verdict": "fail",
          },
          {
            "limit": 500000,
            "reason": null,
            "stage": "1-concurrency/5-users/a/repeat-3",
            "unit": "us",
            "value": 460000,
            "verdict": "pass",
          },
        ],
        "text": "ttft p95 < 500ms",
        "verdict": "fail",
      },
    ]
  `);
  expect(outcomes.map(failureText)).toEqual([
    '"ttft p95 < 500ms": 510ms is not < 500ms at 1-concurrency/5-users/a/repeat-2',
  ]);
  const stricter = evaluateThresholds([parseThreshold('ttft p95 < 455ms')], repeats);
  expect(stricter.map(failureText)).toEqual([
    '"ttft p95 < 455ms": 510ms is not < 455ms at 1-concurrency/5-users/a/repeat-2, and at 1 more',
  ]);
});

test('selectors choose the stages, and a threshold without a stage is not met', () => {
  const open: Stage['load'] = {
    loop: 'open',
    requestsPerSecond: 4,
    arrivals: { kind: 'poisson', requestsPerSecond: 4 },
    maxInFlight: 512,
    atCap: 'drop',
  };
  const steps: Stage['load'] = {
    ...open,
    arrivals: { kind: 'steps', steps: [{ requestsPerSecond: 4, micros: 1_000_000 }] },
  };
  const stages = [
    measuredStage({ id: 'closed a' }),
    measuredStage({ id: 'closed b', target: 'b', language: 'ko' }),
    measuredStage({ id: 'open a', suite: 'rate', load: open }),
    measuredStage({ id: 'steps a', suite: 'rate', load: steps }),
  ];
  const chosen = (selector: string): string[] =>
    evaluateThresholds([parseThreshold(`${selector}.dropped == 0`)], stages).flatMap((outcome) =>
      outcome.checks.map((check) => check.stage),
    );
  expect(chosen('target(a)')).toEqual(['closed a', 'open a', 'steps a']);
  expect(chosen('users(5)')).toEqual(['closed a', 'closed b']);
  expect(chosen('target(b).users(5)')).toEqual(['closed b']);
  expect(chosen('language(ko)')).toEqual(['closed b']);
  expect(chosen('suite(rate)')).toEqual(['open a', 'steps a']);
  expect(chosen('rate(4)')).toEqual(['open a']);
  expect(chosen('users(50)')).toEqual([]);
  expect(chosen('inputTokens(4096)')).toEqual([]);
  const [nothing] = evaluateThresholds([parseThreshold('users(50).dropped == 0')], stages);
  expect(nothing).toEqual({ text: 'users(50).dropped == 0', verdict: 'no-data', checks: [] });
  expect(nothing === undefined ? '' : failureText(nothing)).toBe(
    '"users(50).dropped == 0": no stage that it is about was measured',
  );
});

test('a selector of prompt lengths chooses stages whose prompts all have this length', () => {
  const { prompts } = measuredStage();
  if (prompts === null) throw new Error('a measured stage has prompts');
  const withLength = (id: string, inputTokens: NonNullable<Stage['prompts']>['inputTokens']): Stage =>
    measuredStage({ id, prompts: { ...prompts, inputTokens } });
  const stages = [
    withLength('long', { kind: 'fixed', value: 4096 }),
    withLength('short', { kind: 'fixed', value: 1024 }),
    withLength('mixed', { kind: 'uniform', min: 1, max: 4096 }),
    withLength('natural', null),
  ];
  const [outcome] = evaluateThresholds([parseThreshold('inputTokens(4096).dropped == 0')], stages);
  expect(outcome?.checks.map((check) => check.stage)).toEqual(['long']);
});

test('in a run that goes on, only a check that was made can fail', () => {
  const thresholds = parseThresholds(['ttft p95 < 500ms', 'users(50).outputThroughput > 2500']);
  const [first, second] = repeats;
  if (first === undefined || second === undefined) throw new Error('no repeats');
  expect(failedChecks(evaluateThresholds(thresholds, []))).toEqual([]);
  expect(failedChecks(evaluateThresholds(thresholds, [first]))).toEqual([]);
  expect(failedChecks(evaluateThresholds(thresholds, [first, second]))).toMatchObject([
    { text: 'ttft p95 < 500ms', check: { stage: second.id, verdict: 'fail' } },
  ]);
  const withoutData = parseThresholds(['ttft p99 < 1s']);
  expect(failedChecks(evaluateThresholds(withoutData, [first]))).toHaveLength(1);
});

test('an outcome fits the schema of the result file, and nothing else does', () => {
  const outcomes = evaluateThresholds(parseThresholds(['trust == valid']), repeats);
  expect(outcomes.map((outcome) => thresholdOutcomeSchema.parse(outcome))).toEqual(outcomes);
  expect(thresholdOutcomeSchema.safeParse({ ...outcomes[0], verdict: 'maybe' }).success).toBe(false);
});
