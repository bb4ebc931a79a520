import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseThreshold } from '../../plan/thresholds/parse-threshold.ts';
import { thresholdCheckSchema } from '../../plan/thresholds/threshold-outcome.ts';
import { derived, unknown } from '../../result/figures.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { evaluateTerm } from './evaluate-term.ts';
import { knownMetrics, measuredStage } from './testing/threshold-stages.ts';

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

const checkOf = (text: string, measured: Stage = stage) =>
  thresholdCheckSchema.parse(evaluateTerm(parseThreshold(text), measured));

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
    const { verdict, reason } = checkOf(text);
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
