import { expect, test } from 'vitest';
import { objectivesOf } from './objectives-of.ts';
import { parseObjective } from './parse-objective.ts';
import { parseSlo } from './parse-slo.ts';
import { parseThresholds } from './parse-thresholds.ts';
import { sloPresets } from './slo-presets.ts';

test('an SLO is a list of thresholds without selectors', () => {
  expect(parseSlo('ttft p95 < 500ms, tokenGap p99 < 50ms, errorRate < 1%').map((term) => term.text)).toEqual([
    'ttft p95 < 500ms',
    'tokenGap p99 < 50ms',
    'errorRate < 1%',
  ]);
});

test('commas in brackets belong to the goodput', () => {
  expect(parseSlo('goodput(ttft<1s, tpot<50ms) > 99%, dropped == 0')).toHaveLength(2);
});

test('a preset may stand in the list', () => {
  expect(parseSlo('mlperf-llama2-70b-server, errorRate < 1%').map((term) => term.text)).toEqual([
    'ttft p99 <= 2s',
    'tpot p99 <= 200ms',
    'errorRate < 1%',
  ]);
});

test.each([
  ['', '"": there is no term, such as "ttft p95 < 500ms"'],
  ['users(5).ttft p95 < 1s', '"users(5).ttft p95 < 1s": an SLO is about one stage, so it has no users(5)'],
  [
    'mlperf-llama2-70b-sever',
    '"mlperf-llama2-70b-sever": there is no preset of this name; did you mean mlperf-llama2-70b-server?',
  ],
])('the SLO "%s" is refused', (text, message) => {
  expect(() => parseSlo(text)).toThrow(expect.objectContaining({ code: 'threshold-invalid', message }));
});

test('the presets are those that MLPerf publishes, by name', () => {
  expect(
    sloPresets.map(({ name, terms }) => `${name}: ${terms.map((term) => term.text).join(', ')}`).join('\n'),
  ).toMatchInlineSnapshot(`
    "mlperf-llama2-70b-server: ttft p99 <= 2s, tpot p99 <= 200ms
    mlperf-llama2-70b-interactive: ttft p99 <= 450ms, tpot p99 <= 40ms
    mlperf-mixtral-8x7b-server: ttft p99 <= 2s, tpot p99 <= 200ms
    mlperf-llama3.1-405b-server: ttft p99 <= 6s, tpot p99 <= 175ms
    mlperf-llama3.1-405b-interactive: ttft p99 <= 4500ms, tpot p99 <= 80ms
    mlperf-llama3.1-8b-server: ttft p99 <= 2s, tpot p99 <= 100ms
    mlperf-llama3.1-8b-interactive: ttft p99 <= 500ms, tpot p99 <= 30ms
    mlperf-deepseek-r1-server: ttft p99 <= 2s, tpot p99 <= 80ms
    mlperf-deepseek-r1-interactive: ttft p99 <= 1500ms, tpot p99 <= 15ms"
  `);
});

test('an objective keeps what was written, and its limits in a fixed order', () => {
  expect(parseObjective(' tokenGap<50ms, ttft<0.5s ')).toEqual({
    text: 'tokenGap<50ms, ttft<0.5s',
    limits: [
      { latency: 'ttft', belowMicros: 500_000 },
      { latency: 'tokenGap', belowMicros: 50_000 },
    ],
  });
  expect(parseObjective('mlperf-llama3.1-405b-server')).toEqual({
    text: 'mlperf-llama3.1-405b-server',
    limits: [
      { latency: 'ttft', belowMicros: 6_000_000 },
      { latency: 'ttftResponse', belowMicros: 6_000_000 },
      { latency: 'tpot', belowMicros: 175_000 },
    ],
  });
});

test('mistakes in an objective', () => {
  const wrong = ['', 'ttft', 'tftt<500ms', 'ttft<500ms,', 'ttft<=500ms', 'ttft p95<500ms', 'mlperf-llama'];
  expect(wrong.map(problemOf).join('\n')).toMatchInlineSnapshot(`
    """: there is no limit, such as ttft<500ms
    "ttft": there is no comparison; write <, <=, >, >= or == and a limit behind it
    "tftt<500ms": "tftt" is no latency of a request; there are ttft, ttftResponse, ttfa, timeToFirstText, tpot, ntpot, tokenGap, maxStall, e2e or e2eResponse; did you mean ttft?
    "": there is no comparison; write <, <=, >, >= or == and a limit behind it
    "ttft<=500ms": a request keeps a limit by staying below it: write ttft<500ms
    "ttft p95<500ms": a limit of one request has no statistic: write ttft<500ms
    "mlperf-llama": there is no preset of this name; there are mlperf-llama2-70b-server, mlperf-llama2-70b-interactive, mlperf-mixtral-8x7b-server, mlperf-llama3.1-405b-server, mlperf-llama3.1-405b-interactive, mlperf-llama3.1-8b-server, mlperf-llama3.1-8b-interactive, mlperf-deepseek-r1-server or mlperf-deepseek-r1-interactive"
  `);
});

test('workers count each objective of the goodputs once, however it was written', () => {
  const thresholds = parseThresholds([
    'ttft p95 < 1s',
    'goodput(ttft<500ms, tokenGap<50ms) > 99%',
    'users(5).goodput(tokenGap<0.05s, ttft<0.5s) > 3 req/s',
    'goodput(e2e<10s) > 90%',
  ]);
  expect(objectivesOf(thresholds).map((objective) => objective.text)).toEqual([
    'ttft<500ms, tokenGap<50ms',
    'e2e<10s',
  ]);
});

function problemOf(text: string): string {
  try {
    return `accepted: ${parseObjective(text).text}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
