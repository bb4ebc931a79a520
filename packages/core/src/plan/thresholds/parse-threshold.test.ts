import { expect, test } from 'vitest';
import { parseThreshold, thresholdProblem } from './parse-threshold.ts';
import { thresholdError } from './threshold-error.ts';

test.each([
  [
    'ttft p95 < 500ms',
    { kind: 'latency', latency: 'ttft', statistic: 'p95' },
    { unit: 'us', value: 500_000 },
  ],
  ['ttft.p95 < 0.5s', { kind: 'latency', latency: 'ttft', statistic: 'p95' }, { unit: 'us', value: 500_000 }],
  [
    'tokenGap p99.9 < 60ms',
    { kind: 'latency', latency: 'tokenGap', statistic: 'p99.9' },
    { unit: 'us', value: 60_000 },
  ],
  [
    'connectTime max < 250us',
    { kind: 'latency', latency: 'connectTime', statistic: 'max' },
    { unit: 'us', value: 250 },
  ],
  [
    'ttft certified p99 <= 1s',
    { kind: 'certified', latency: 'ttft', percentile: 'p99' },
    { unit: 'us', value: 1_000_000 },
  ],
  ['errorRate < 0.1%', { kind: 'error-rate' }, { unit: 'share', value: 0.001 }],
  ['outputThroughput > 2500', { kind: 'rate', rate: 'outputThroughput' }, { unit: 'tok/s', value: 2500 }],
  ['requestThroughput >= 3.5', { kind: 'rate', rate: 'requestThroughput' }, { unit: 'req/s', value: 3.5 }],
  ['concurrency.mean > 45', { kind: 'concurrency', statistic: 'mean' }, { unit: 'requests', value: 45 }],
  ['dropped == 0', { kind: 'count', count: 'dropped' }, { unit: 'requests', value: 0 }],
  ['trust == valid', { kind: 'trust' }, { unit: 'verdict', value: 'valid' }],
  ['trust >= suspect', { kind: 'trust' }, { unit: 'verdict', value: 'suspect' }],
])('%s', (text, measure, limit) => {
  expect(parseThreshold(text)).toMatchObject({ text, selectors: [], span: 'window', measure, limit });
});

test('a goodput holds its own limits, and is a share or a rate by its unit', () => {
  const share = parseThreshold('goodput(ttft<500ms, tokenGap<50ms) > 99%');
  expect(share.limit).toEqual({ unit: 'share', value: 0.99 });
  expect(share.measure).toEqual({
    kind: 'goodput',
    objective: {
      text: 'ttft<500ms, tokenGap<50ms',
      limits: [
        { latency: 'ttft', belowMicros: 500_000 },
        { latency: 'tokenGap', belowMicros: 50_000 },
      ],
    },
  });
  const rate = parseThreshold('users(5).goodput(mlperf-llama3.1-8b-server) > 3.5 req/s');
  expect(rate.limit).toEqual({ unit: 'req/s', value: 3.5 });
  expect(rate.measure).toMatchObject({
    objective: { limits: [{ belowMicros: 2_000_000 }, { belowMicros: 2_000_000 }, {}] },
  });
});

test('selectors and the span stand before the metric', () => {
  expect(parseThreshold('target(vllm).users(50).outputThroughput > 2500 tok/s')).toMatchObject({
    selectors: [
      { kind: 'target', value: 'vllm' },
      { kind: 'users', value: 50 },
    ],
    comparison: '>',
  });
  expect(parseThreshold('rate(4).e2eResponse p90 < 10s').selectors).toEqual([{ kind: 'rate', value: 4 }]);
  expect(parseThreshold('suite(concurrency).language(ko).tokenGap p99 < 60ms').selectors).toEqual([
    { kind: 'suite', value: 'concurrency' },
    { kind: 'language', value: 'ko' },
  ]);
  expect(parseThreshold('whole.errorRate < 1%').span).toBe('whole');
});

test('what is wrong is said with the word that is wrong and with what is known', () => {
  const wrong = [
    '',
    'ttft p95',
    'ttft p95 = 500ms',
    'ttft p95 =< 500ms',
    'ttft p95 != 500ms',
    '< 500ms',
    'target(vllm) < 500ms',
    'tttf p95 < 500ms',
    'TTFT p95 < 500ms',
    'itl p99 < 50ms',
    'latency p99 < 5s',
    'zzzzz < 5',
    'ttft < 500ms',
    'ttft p96 < 500ms',
    'ttft p95 max < 500ms',
    'ttft certified < 500ms',
    'ttft certified mean < 500ms',
    'ttft certified p99 > 500ms',
    'ttft(a) p95 < 500ms',
    'ttft p95(a) < 500ms',
    'ttft users(50) p95 < 500ms',
    'concurrency > 45',
    'concurrency p95 > 45',
    'concurrency mean > 45 users',
    'errorRate p95 < 1%',
    'errorRate(5) < 1%',
    'ttft p95 < 500',
    'ttft p95 < 500 tok/s',
    'ttft p95 < 500sec',
    'ttft p95 < fast',
    'ttft p95 <',
    'ttft p95 < -5ms',
    'ttft p95 < 0ms',
    'ttft p95 >= 0ms',
    'ttft p95 == 500ms',
    'ttft p95 < 500ms < 600ms',
    'errorRate < 0.1',
    'errorRate < 101%',
    'errorRate <= 100%',
    'outputThroughput > 2500 req/s',
    'outputThroughput > 1e999',
    'outputThroughput mean > 2500',
    'dropped == 0%',
    'dropped < 2.5',
    'whole.dropped == 0',
    'whole.goodput(ttft<1s) > 99%',
    'whole.whole.errorRate < 1%',
    'goodput > 99%',
    'goodput(ttft<500ms) > 0.99',
    'goodput(ttft<500ms) > 100%',
    'goodput(ttft p95<500ms) > 99%',
    'goodput(ttft>500ms) > 99%',
    'goodput(errorRate<1%) > 99%',
    'goodput(ttft<500ms, ttft<1s) > 99%',
    'goodput(ttft<500) > 99%',
    'goodput(ttft<500ms > 99%',
    'ttft) p95 < 500ms',
    'users(5).users(10).ttft p95 < 1s',
    'user(50).ttft p95 < 1s',
    'users.ttft p95 < 1s',
    'users(0).ttft p95 < 1s',
    'rate(fast).ttft p95 < 1s',
    'rate(0).ttft p95 < 1s',
    'suite(concurency).ttft p95 < 1s',
    'language(deutsch).ttft p95 < 1s',
    'trust == invalid',
    'trust < valid',
    'trust == suspect',
    'trust < suspect',
    '.ttft p95 < 1s',
    'ttft..p95 < 1s',
    'ttft p95. < 1s',
  ];
  expect(wrong.map(thresholdProblem).join('\n')).toMatchInlineSnapshot(`
    """: there is no comparison; write <, <=, >, >= or == and a limit behind it
    "ttft p95": there is no comparison; write <, <=, >, >= or == and a limit behind it
    "ttft p95 = 500ms": "=" is none of the comparisons <, <=, >, >= or ==
    "ttft p95 =< 500ms": "=<" is none of the comparisons <, <=, >, >= or ==; did you mean <=?
    "ttft p95 != 500ms": "!=" is none of the comparisons <, <=, >, >= or ==
    "< 500ms": the metric is missing, such as "ttft p95"
    "target(vllm) < 500ms": the metric is missing, such as "ttft p95"
    "tttf p95 < 500ms": there is no metric "tttf"; did you mean ttft?
    "TTFT p95 < 500ms": there is no metric "TTFT"; did you mean ttft?
    "itl p99 < 50ms": there is no metric "itl"; it is called tokenGap here
    "latency p99 < 5s": there is no metric "latency"; it is called e2e here
    "zzzzz < 5": there is no metric "zzzzz"
    "ttft < 500ms": ttft needs a statistic, such as "ttft p95": p50, p75, p90, p95, p99, p99.9, mean, min or max
    "ttft p96 < 500ms": "p96" is no statistic; there are p50, p75, p90, p95, p99, p99.9, mean, min or max
    "ttft p95 max < 500ms": "max" is too much; a comparison belongs there
    "ttft certified < 500ms": behind "certified" stands a percentile: p50, p75, p90, p95, p99 or p99.9
    "ttft certified mean < 500ms": behind "certified" stands a percentile: p50, p75, p90, p95, p99 or p99.9
    "ttft certified p99 > 500ms": a certified percentile is an upper bound, so only < or <= can be certified
    "ttft(a) p95 < 500ms": "ttft" takes nothing in brackets
    "ttft p95(a) < 500ms": "p95" takes nothing in brackets
    "ttft users(50) p95 < 500ms": "users" stands too late; selectors come before the metric
    "concurrency > 45": behind "concurrency" stands mean, min or max
    "concurrency p95 > 45": behind "concurrency" stands mean, min or max
    "concurrency mean > 45 users": concurrency is a number of requests, without the unit "users"
    "errorRate p95 < 1%": "p95" does not fit: errorRate is one figure for a stage
    "errorRate(5) < 1%": "errorRate" takes nothing in brackets
    "ttft p95 < 500": the limit of ttft needs a unit; write us, ms, s, m or h, such as 500ms
    "ttft p95 < 500 tok/s": "tok/s" does not fit ttft; write us, ms, s, m or h, such as 500ms
    "ttft p95 < 500sec": "sec" is no unit; write us, ms, s, m or h, such as 500ms
    "ttft p95 < fast": the limit "fast" is no number; write it like 500ms
    "ttft p95 <": the limit is missing; write it like 500ms
    "ttft p95 < -5ms": a limit of ttft cannot be below 0
    "ttft p95 < 0ms": ttft can never be below 0
    "ttft p95 >= 0ms": ttft is always at least 0, so this says nothing
    "ttft p95 == 500ms": "==" fits only trust or numbers of requests; write <, <=, > or >= for ttft
    "ttft p95 < 500ms < 600ms": "ms < 600ms" is no unit; write us, ms, s, m or h, such as 500ms
    "errorRate < 0.1": the limit of errorRate needs a unit; write %, such as 0.1%
    "errorRate < 101%": a share cannot be above 100%
    "errorRate <= 100%": errorRate is always at most 100%, so this says nothing
    "outputThroughput > 2500 req/s": "req/s" does not fit outputThroughput; write tok/s, such as 2500 tok/s
    "outputThroughput > 1e999": the limit is too large
    "outputThroughput mean > 2500": "mean" does not fit: outputThroughput is one figure for a stage
    "dropped == 0%": dropped is a number of requests, without the unit "%"
    "dropped < 2.5": dropped is a whole number of requests
    "whole.dropped == 0": dropped is about the whole stage anyway; leave out "whole"
    "whole.goodput(ttft<1s) > 99%": goodput is known for the measurement window only; leave out "whole"
    "whole.whole.errorRate < 1%": "whole" is there twice
    "goodput > 99%": "goodput" needs its limits in brackets, such as goodput(ttft<500ms)
    "goodput(ttft<500ms) > 0.99": the limit of goodput needs a unit; write % or req/s, such as 99%
    "goodput(ttft<500ms) > 100%": goodput can never be above 100%
    "ttft p95<500ms": a limit of one request has no statistic: write ttft<500ms
    "ttft>500ms": a request keeps a limit by staying below it: write ttft<500ms
    "errorRate<1%": "errorRate" is no latency of a request; there are ttft, ttftResponse, ttfa, timeToFirstText, tpot, ntpot, tokenGap, maxStall, e2e or e2eResponse
    "ttft<500ms, ttft<1s": ttft has two limits
    "ttft<500": the limit of ttft needs a unit; write us, ms, s, m or h, such as 500ms
    "goodput(ttft<500ms > 99%": a bracket is opened that is never closed
    "ttft) p95 < 500ms": a bracket is closed that was never opened
    "users(5).users(10).ttft p95 < 1s": "users" is there twice
    "user(50).ttft p95 < 1s": there is no selector "user"; did you mean users?
    "users.ttft p95 < 1s": "users" needs a value in brackets, such as users(50)
    "users(0).ttft p95 < 1s": users(0) is no whole number of users, such as users(50)
    "rate(fast).ttft p95 < 1s": rate(fast) is no number of requests per second, such as rate(4)
    "rate(0).ttft p95 < 1s": rate(0) is no number of requests per second, such as rate(4)
    "suite(concurency).ttft p95 < 1s": "concurency" is no suite; did you mean concurrency?
    "language(deutsch).ttft p95 < 1s": language(deutsch) must be the ISO 639 code of a language, such as ko, not "deutsch"
    "trust == invalid": write "trust == valid", or "trust >= suspect" to refuse only invalid stages
    "trust < valid": write "trust == valid", or "trust >= suspect" to refuse only invalid stages
    "trust == suspect": write "trust == valid", or "trust >= suspect" to refuse only invalid stages
    "trust < suspect": write "trust == valid", or "trust >= suspect" to refuse only invalid stages
    ".ttft p95 < 1s": ".ttft p95" is no name
    "ttft..p95 < 1s": ".p95" is no name
    "ttft p95. < 1s": a name is missing behind the last dot"
  `);
});

test('a mistake is a usage error, and its hint shows two right ones', () => {
  const hint = /"([^"]+)" or "([^"]+)"/;
  expect(() => parseThreshold('tttf p95 < 500ms')).toThrow(
    expect.objectContaining({
      code: 'threshold-invalid',
      exitCode: 2,
      hint: expect.stringMatching(hint) as string,
    }),
  );
  const [, first, second] = hint.exec(thresholdError('', '').hint ?? '') ?? [];
  expect([first, second].map((text) => thresholdProblem(text ?? ''))).toEqual([null, null]);
});

test('a time of a limit is written as every other time', () => {
  for (const [text, value] of [
    ['e2e p95 < 1m30s', 90_000_000],
    ['e2e p95 < 2m', 120_000_000],
    ['e2e p95 < 1h', 3_600_000_000],
    ['ttft p95 < 1s500ms', 1_500_000],
  ] as const)
    expect(parseThreshold(text).limit, text).toEqual({ unit: 'us', value });
  expect(() => parseThreshold('ttft p95 < 1m30x')).toThrow('is no unit');
});
