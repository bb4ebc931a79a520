import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseThreshold } from '../../plan/thresholds/parse-threshold.ts';
import { parseThresholds } from '../../plan/thresholds/parse-thresholds.ts';
import type { ThresholdOutcome } from '../../plan/thresholds/threshold-outcome.ts';
import { thresholdOutcomeSchema } from '../../plan/thresholds/threshold-outcome.ts';
import { derived, unknown } from '../../result/figures.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { evaluateThresholds, failedChecks, failureText } from './evaluate-thresholds.ts';
import { hundredLatencies, knownMetrics, measuredStage } from './testing/threshold-stages.ts';

const busy: Stage['trust'] = {
  verdict: 'invalid',
  reasons: [{ code: 'client-busy', message: 'the client was busy', value: 0.97, limit: 0.95 }],
};
const suspect: Stage['trust'] = { ...busy, verdict: 'suspect' };
const goodput: Stage['goodput'] = [
  {
    objective: 'ttft<500ms, tpot<50ms',
    limits: [
      { latency: 'ttft', below: 500_000 },
      { latency: 'tpot', below: 50_000 },
    ],
    good: 98,
    planned: 100,
    share: derived('share', 0.98),
    requestsPerSecond: derived('req/s', 3.25),
  },
];
const stage = measuredStage({ metrics: knownMetrics, goodput });

function checkOf(text: string, measured: Stage = stage) {
  const [outcome] = evaluateThresholds([parseThreshold(text)], [measured]);
  const [check] = outcome?.checks ?? [];
  if (outcome === undefined || check === undefined) throw new Error('no check');
  thresholdOutcomeSchema.parse(outcome);
  return { ...check, outcome: outcome.verdict };
}

test.each([
  ['ttft p95 < 500ms', 450_000, 'us', 500_000],
  ['ttft mean < 301ms', 300_000.25, 'us', 301_000],
  ['ttft min >= 100ms', 100_000, 'us', 100_000],
  ['ttft max <= 0.9s', 900_000, 'us', 900_000],
  ['ttft certified p90 < 701ms', 700_000, 'us', 701_000],
  ['outputThroughput > 2500', 2500.004, 'tok/s', 2500],
  ['requestThroughput >= 19.5 req/s', 19.5, 'req/s', 19.5],
  ['concurrency mean > 4.5', 4.75, 'requests', 4.5],
  ['concurrency max <= 5', 5, 'requests', 5],
  ['errorRate < 0.5%', 0.0042, 'share', 0.005],
  ['dropped == 0', 0, 'requests', 0],
  ['completed == 100', 100, 'requests', 100],
  ['goodput(tpot<0.05s, ttft<500ms) >= 98%', 0.98, 'share', 0.98],
  ['goodput(ttft<500ms, tpot<50ms) > 3 req/s', 3.25, 'req/s', 3],
  ['trust == valid', 'valid', 'verdict', 'valid'],
  ['trust >= suspect', 'valid', 'verdict', 'suspect'],
])('%s passes, with value, unit and limit as stored', (text, value, unit, limit) => {
  expect(checkOf(text)).toEqual({
    stage: stage.id,
    value,
    unit,
    limit,
    verdict: 'pass',
    reason: null,
    outcome: 'pass',
  });
});

test('what fails says the value, the comparison and the limit; what has no data says why', () => {
  const texts = [
    'ttft p95 < 450ms',
    'ttft mean < 0.3s',
    'ttft certified p90 <= 699ms',
    'outputThroughput > 2500.004 tok/s',
    'outputThroughput < 2500',
    'requestThroughput > 20',
    'concurrency min >= 4',
    'errorRate < 0.1%',
    'planned == 99',
    'goodput(ttft<500ms, tpot<50ms) > 99%',
    'goodput(ttft<500ms, tpot<50ms) > 3.5 req/s',
    'ttft p99 < 1s',
    'ttft p99.9 < 1s',
    'ttft certified p95 < 1s',
    'tpot p95 < 1s',
    'decodeSpeed > 20',
    'goodput(ttft<400ms, tpot<50ms) > 99%',
    'goodput(ttft<500ms) > 99%',
  ];
  const lines = texts.map((text) => {
    const { verdict, reason, outcome } = checkOf(text);
    expect(outcome).toBe(verdict);
    return `${text}: ${verdict}: ${reason}`;
  });
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "ttft p95 < 450ms: fail: 450ms is not < 450ms
    ttft mean < 0.3s: fail: 300.00025ms is not < 300ms
    ttft certified p90 <= 699ms: fail: 700ms is not <= 699ms
    outputThroughput > 2500.004 tok/s: fail: 2500.004 tok/s is not > 2500.004 tok/s
    outputThroughput < 2500: fail: 2500.004 tok/s is not < 2500 tok/s
    requestThroughput > 20: fail: 19.5 req/s is not > 20 req/s
    concurrency min >= 4: fail: 3 is not >= 4
    errorRate < 0.1%: fail: 0.42% is not < 0.1%
    planned == 99: fail: 100 is not == 99
    goodput(ttft<500ms, tpot<50ms) > 99%: fail: 98% is not > 99%
    goodput(ttft<500ms, tpot<50ms) > 3.5 req/s: fail: 3.25 req/s is not > 3.5 req/s
    ttft p99 < 1s: no-data: too few samples: 100 of 459
    ttft p99.9 < 1s: no-data: too few samples: 100 of 4603
    ttft certified p95 < 1s: no-data: too few samples to certify p95: 100 of 130
    tpot p95 < 1s: no-data: it is not known
    decodeSpeed > 20: no-data: not in this test
    goodput(ttft<400ms, tpot<50ms) > 99%: no-data: the goodput of ttft<400ms, tpot<50ms was not counted
    goodput(ttft<500ms) > 99%: no-data: the goodput of ttft<500ms was not counted"
  `);
});

test.each([
  [2499.99996, '>= 2500', '2499.99996 tok/s is not >= 2500 tok/s'],
  [2500.004, '< 2500.003', '2500.004 tok/s is not < 2500.003 tok/s'],
  [2499.7, '> 2499.8', '2499.7 tok/s is not > 2499.8 tok/s'],
  [1234.567, '> 2500', '1235 tok/s is not > 2500 tok/s'],
])('%d tok/s is printed with as many digits as the sentence takes to be true', (value, limit, reason) => {
  const measured = measuredStage({ metrics: { outputThroughput: derived('tok/s', value) } });
  expect(checkOf(`outputThroughput ${limit}`, measured).reason).toBe(reason);
});

test('the whole stage has figures of its own', () => {
  const drained = measuredStage({
    metrics: { errorRate: derived('share', 0) },
    whole: { errorRate: derived('share', 0.02) },
  });
  expect(checkOf('errorRate < 1%', drained).verdict).toBe('pass');
  expect(checkOf('whole.errorRate < 1%', drained)).toMatchObject({ verdict: 'fail', value: 0.02 });
});

test('an invalid stage does not meet what its figures would meet, and says why it is invalid', () => {
  const invalid = measuredStage({ metrics: knownMetrics, trust: busy });
  expect(checkOf('ttft p95 < 500ms', invalid)).toMatchObject({
    verdict: 'fail',
    value: 450_000,
    reason: 'the stage is invalid: the client was busy',
  });
  expect(checkOf('dropped == 0', invalid).verdict).toBe('fail');
  expect(checkOf('ttft p95 < 400ms', invalid).reason).toBe('450ms is not < 400ms');
  expect(checkOf('ttft p99 < 1s', invalid).verdict).toBe('no-data');
});

test('a suspect stage may meet a threshold, but not the one on trust', () => {
  const doubtful = measuredStage({ metrics: knownMetrics, trust: suspect });
  expect(checkOf('ttft p95 < 500ms', doubtful).verdict).toBe('pass');
  expect(checkOf('trust >= suspect', doubtful).verdict).toBe('pass');
  expect(checkOf('trust == valid', doubtful)).toMatchObject({
    verdict: 'fail',
    value: 'suspect',
    reason: 'the stage is suspect: the client was busy',
  });
  const invalid = measuredStage({ trust: busy });
  expect(checkOf('trust >= suspect', invalid)).toMatchObject({ verdict: 'fail', value: 'invalid' });
});

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
  const [nothing] = evaluateThresholds([parseThreshold('users(50).dropped == 0')], stages);
  expect(nothing).toEqual({ text: 'users(50).dropped == 0', verdict: 'no-data', checks: [] });
  expect(nothing === undefined ? '' : failureText(nothing)).toBe(
    '"users(50).dropped == 0": no stage that it is about was measured',
  );
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

test('no data is never a pass, whatever the limit', () => {
  const empty = measuredStage({ metrics: { errorRate: unknown('share', 'no request ended') } });
  expect(checkOf('errorRate < 99%', empty)).toMatchObject({
    value: null,
    verdict: 'no-data',
    reason: 'no request ended',
  });
  expect(checkOf('errorRate > 0%', empty).verdict).toBe('no-data');
});

test('of a limit and its opposite one passes, and a stricter one never passes where a looser one fails', () => {
  const passes = (text: string, measured: Stage): boolean => checkOf(text, measured).verdict === 'pass';
  const rate = fc.integer({ min: 1, max: 1_000_000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(rate, rate, rate, (value, left, right) => {
      const measured = measuredStage({ metrics: { outputThroughput: derived('tok/s', value) } });
      expect(passes(`outputThroughput > ${left}`, measured)).toBe(
        !passes(`outputThroughput <= ${left}`, measured),
      );
      expect(passes(`outputThroughput < ${left}`, measured)).toBe(
        !passes(`outputThroughput >= ${left}`, measured),
      );
      const [strict, loose] = [Math.max(left, right), Math.min(left, right)];
      if (passes(`outputThroughput > ${strict}`, measured))
        expect(passes(`outputThroughput > ${loose}`, measured)).toBe(true);
    }),
  );
});

test('an outcome fits the schema of the result file, and nothing else does', () => {
  const outcomes: ThresholdOutcome[] = evaluateThresholds(parseThresholds(['trust == valid']), [stage]);
  expect(outcomes.map((outcome) => thresholdOutcomeSchema.parse(outcome))).toEqual(outcomes);
  expect(thresholdOutcomeSchema.safeParse({ ...outcomes[0], verdict: 'maybe' }).success).toBe(false);
});
