import { expect, test } from 'vitest';
import { parsePlan } from '../parse-plan.ts';
import { planFiles, planStages } from '../plan-stages.ts';
import type { FileFacts } from '../workload-file.ts';

const facts: FileFacts = {
  traces: new Map([
    ['t.csv', { count: 10, instants: Array.from({ length: 10 }, (_, second) => second * 1e6) }],
  ]),
  datasetFormats: new Map([['d.json', 'sharegpt']]),
  lengths: new Map([['l.txt', [10, 20]]]),
  prompts: new Map([['de.txt', ['Schreibe ein Gedicht', 'Schreibe einen Brief']]]),
};

const planOf = (...suites: readonly string[]): string => `version: 1
name: p
targets: [{ name: a, url: "http://127.0.0.1:1" }]
suites:
${suites.map((suite) => `  - ${suite}`).join('\n')}
`;

const stagesOf = (suite: string) => planStages(parsePlan(planOf(suite), 'plan.yaml'), facts);

function problemsOf(suite: string): string {
  try {
    stagesOf(suite);
  } catch (error) {
    expect(error).toMatchObject({ exitCode: 2 });
    return (error instanceof Error ? error.message : '').replaceAll('plan.yaml:5: suites[0]', '');
  }
  return expect.unreachable(`${suite} was accepted`);
}

const seconds = (count: number) => ({ kind: 'duration', micros: count * 1_000_000 });
const requests = (count: number) => ({ kind: 'requests', count });
const fixed = (value: number) => ({ kind: 'fixed', value });

test('a suite of arrivals is one stage that says all of itself', () => {
  expect(
    stagesOf('{ kind: arrivals, arrivals: { kind: steps, steps: "2:10s,8:5s" }, outputTokens: 64 }'),
  ).toEqual([
    {
      id: '1-arrivals/steps/a/repeat-1',
      target: 'a',
      suite: 'arrivals',
      repeat: 1,
      load: {
        loop: 'open',
        arrivals: {
          kind: 'steps',
          steps: [
            { requestsPerSecond: 2, micros: 10_000_000 },
            { requestsPerSecond: 8, micros: 5_000_000 },
          ],
        },
      },
      stop: seconds(15),
      warmup: requests(0),
      language: 'en',
      prompts: { kind: 'generated', sharedPrefix: null },
      salted: true,
      inputTokens: null,
      outputTokens: fixed(64),
      keepExcerpts: false,
    },
  ]);
});

test.each([
  [
    'arrivals: { kind: ramp, from: 1, to: 20, over: 30s }, warmup: 5s, outputTokens: 8',
    { stop: seconds(25), warmup: seconds(5) },
  ],
  [
    'arrivals: { kind: ramp, from: 1, to: 20, over: 30s }, duration: 60s, outputTokens: 8',
    { stop: seconds(60) },
  ],
  [
    'arrivals: { kind: trace, source: t.csv, timeScale: 2 }',
    {
      load: { arrivals: { kind: 'trace', source: 't.csv', timeScale: 2 } },
      prompts: { kind: 'trace' },
      outputTokens: fixed(128),
      stop: requests(10),
    },
  ],
  ['arrivals: { kind: trace, source: t.csv }, warmup: 2s', { stop: requests(8), warmup: seconds(2) }],
  ['arrivals: { kind: trace, source: t.csv }, requests: 3', { stop: requests(3) }],
  [
    'arrivals: { kind: trace, source: t.csv }, prompts: generated, inputTokens: 40, outputTokens: 9',
    { prompts: { kind: 'generated', sharedPrefix: null }, inputTokens: fixed(40), outputTokens: fixed(9) },
  ],
  ['arrivals: { kind: at-once, count: 50 }, outputTokens: 8', { stop: requests(50), warmup: requests(0) }],
])('the arrivals suite { %s } says where it ends', (keys, expected) => {
  expect(stagesOf(`{ kind: arrivals, ${keys} }`)).toMatchObject([expected]);
});

test.each([
  [
    '{ kind: concurrency, users: [2], duration: 9s, thinkTime: "exponential:2s", outputTokens: 8, warmup: steady }',
    [
      {
        load: { loop: 'closed', users: 2, thinkTime: { kind: 'exponential', mean: 2_000_000 } },
        warmup: { kind: 'steady', micros: 60_000_000 },
      },
    ],
  ],
  [
    '{ kind: rate, requestsPerSecond: [1, 2], arrivals: { kind: gamma, burstiness: 0.5 }, duration: 9s, outputTokens: 8 }',
    [
      { load: { arrivals: { kind: 'gamma', requestsPerSecond: 1, burstiness: 0.5 } } },
      { load: { arrivals: { kind: 'gamma', requestsPerSecond: 2, burstiness: 0.5 } } },
    ],
  ],
  [
    '{ kind: context, inputTokens: [1024, 4096], outputTokens: 8 }',
    [
      {
        id: '1-context/1024-tokens/a/repeat-1',
        suite: 'context',
        load: { users: 1 },
        stop: requests(5),
        warmup: requests(1),
        inputTokens: fixed(1024),
      },
      { inputTokens: fixed(4096) },
    ],
  ],
  [
    '{ kind: context, inputTokens: [1024], users: 4, outputTokens: 8 }',
    [{ load: { users: 4 }, stop: requests(20), warmup: requests(4) }],
  ],
  [
    '{ kind: context, inputTokens: [1024], users: 4, duration: 30s, outputTokens: 8 }',
    [{ load: { users: 4 }, stop: seconds(30), warmup: requests(4) }],
  ],
  [
    '{ kind: single-user, requests: 2, prompts: { kind: dataset, source: d.json }, salt: off, outputTokens: "file:l.txt" }',
    [
      {
        prompts: { kind: 'dataset', source: 'd.json', format: 'sharegpt', multiTurn: false },
        salted: false,
        outputTokens: { kind: 'empirical', values: [10, 20], source: 'l.txt' },
      },
    ],
  ],
  [
    '{ kind: concurrency, users: [2], requests: 4, prompts: { kind: classes, classes: ["a:1:file:l.txt:8"] } }',
    [
      {
        prompts: { classes: [{ name: 'a', inputTokens: { values: [10, 20] }, outputTokens: fixed(8) }] },
        inputTokens: null,
      },
    ],
  ],
  [
    '{ kind: concurrency, users: [2], requests: 4, outputTokens: 8, prompts: { kind: conversation, turns: 3, followUpTokens: "file:l.txt" } }',
    [{ prompts: { kind: 'conversation', followUpTokens: { values: [10, 20] } } }],
  ],
])('%s is planned', (suite, expected) => {
  expect(stagesOf(suite)).toMatchObject(expected);
});

test.each([
  '{ kind: single-user, requests: 5, outputTokens: 8 }',
  '{ kind: concurrency, users: [1], requests: 5, outputTokens: 8 }',
  '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8 }',
  '{ kind: context, inputTokens: [64], outputTokens: 8 }',
])('of %s no answers are kept', (suite) => {
  expect(stagesOf(suite)).toMatchObject([{ keepExcerpts: false, language: 'en', salted: true }]);
});

/** Near to what is refused, and allowed. */
test.each([
  '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, prompts: { kind: dataset, source: d.json } }',
  '{ kind: arrivals, arrivals: { kind: trace, source: t.csv }, prompts: { kind: dataset, source: d.json } , outputTokens: 8 }',
  '{ kind: arrivals, arrivals: { kind: at-once, count: 5 }, outputTokens: 8, warmup: 0 }',
  '{ kind: arrivals, arrivals: { kind: at-once, count: 5 }, outputTokens: 8, warmup: 0s }',
  '{ kind: arrivals, arrivals: { kind: ramp, from: 1, to: 2, over: 9s }, outputTokens: 8, warmup: 3 }',
  '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, warmup: steady }',
  '{ kind: concurrency, users: [5], requests: 5, outputTokens: 8 }',
])('%s is allowed', (suite) => {
  expect(() => stagesOf(suite)).not.toThrow();
});

test('the files of a plan are those of every suite and class', () => {
  const plan = parsePlan(
    planOf(
      '{ kind: arrivals, arrivals: { kind: trace, source: t.csv, format: azure, skipBadLines: true } }',
      '{ kind: rate, requestsPerSecond: [1], requests: 4, prompts: { kind: classes, classes: ["a:1:file:in.txt:file:out.txt"] } }',
      '{ kind: single-user, requests: 4, prompts: { kind: dataset, source: d.json, format: text }, outputTokens: 8 }',
      '{ kind: languages, languages: [ko], requests: 4, outputTokens: "file:l.txt" }',
      '{ kind: context, inputTokens: [99], outputTokens: "file:c.txt" }',
    ),
    'plan.yaml',
  );
  expect(planFiles(plan)).toEqual([
    { kind: 'trace', source: 't.csv', format: 'azure', skipBadLines: true },
    { kind: 'lengths', source: 'in.txt' },
    { kind: 'lengths', source: 'out.txt' },
    { kind: 'dataset', source: 'd.json', format: 'text', skipBadLines: false },
    { kind: 'lengths', source: 'l.txt' },
    { kind: 'lengths', source: 'c.txt' },
  ]);
});

test.each([
  [
    '{ kind: arrivals, outputTokens: 8 }',
    '.arrivals: is missing (a block with a kind: ramp, steps, trace or at-once)',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: ramp, from: 1, to: 2, over: 3s } }',
    '.outputTokens: is missing (a number of tokens)',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: ramp, from: 1, to: 2, over: 3s }, duration: 3s, requests: 2, outputTokens: 8 }',
    ': has two ends; give either a duration or a number of requests',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: steps, steps: "1:3s" }, duration: 3s, outputTokens: 8 }',
    ': steps say themselves how long they last; leave duration and requests out',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: at-once, count: 3 }, warmup: 3s, outputTokens: 8 }',
    '.warmup: requests that start at once have no warm-up; leave it out',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: ramp, from: 1, to: 2, over: 3s }, warmup: steady, outputTokens: 8 }',
    '.warmup: load that changes does not become steady; warm up for a time or a number of requests',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: ramp, from: 1, to: 2, over: 3s }, warmup: 3s, outputTokens: 8 }',
    'the warm-up takes all of the ramp, so nothing is measured',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: trace, source: t.csv }, warmup: 10 }',
    'the warm-up takes all of the trace t.csv, so nothing is measured',
  ],
  [
    '{ kind: arrivals, arrivals: { kind: trace, source: t.csv, timeScal: 2 } }',
    '.arrivals.timeScal: unknown key; did you mean timeScale?',
  ],
  [
    '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, prompts: trace }',
    '.prompts: the lengths of a trace need the arrivals of a trace',
  ],
  [
    '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, prompts: { kind: conversation, turns: 3, followUpTokens: 9 } }',
    '.prompts: conversations need users who wait for their answers; arrivals do not wait',
  ],
  [
    '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, thinkTime: 2s }',
    '.thinkTime: only users who wait for their answers pause; give thinkTime to a suite with users',
  ],
  [
    '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, users: [5] }',
    '.users: this suite has no users; a suite of the kind "concurrency" has',
  ],
  [
    '{ kind: rate, requestsPerSecond: [1], requests: 5, outputTokens: 8, arrivals: gamma }',
    '.arrivals: needs a burstiness; write { kind: gamma, burstiness: 0.5 }',
  ],
  [
    '{ kind: single-user, requests: 5, outputTokens: 8, inputTokens: 9, prompts: { kind: fixed, text: hi } }',
    '.inputTokens: a given text has its own length; leave this out',
  ],
  [
    '{ kind: context, inputTokens: [9], outputTokens: 8, prompts: { kind: fixed, text: hi } }',
    '.prompts: these prompts have their own length, which the suite "context" is to set; leave them out',
  ],
  ['{ kind: context, inputTokens: [9, 9], outputTokens: 8 }', '.inputTokens[1]: 9 is in the list twice'],
  [
    '{ kind: single-user, requests: 5, outputTokens: 8, salt: maybe }',
    '.salt: must be one of on, off, not "maybe"',
  ],
  [
    '{ kind: single-user, requests: 5, outputTokens: 8, dataset: d.json }',
    '.dataset: write prompts: { kind: dataset, source: FILE }',
  ],
  [
    '{ kind: single-user, requests: 5, outputTokens: 8, inputTokens: { kind: normal, mean: 9, deviatoin: 2 } }',
    [
      '.inputTokens.deviation: is missing (a number)',
      '.inputTokens.deviatoin: unknown key; did you mean deviation?',
    ].join('\n'),
  ],
  [
    '{ kind: capacity, slo: x }',
    '.kind: the suite "capacity" is not available in a plan; use: kneepoint capacity URL --slo ...',
  ],
  [
    '{ kind: ramp, from: 1 }',
    '.kind: write kind: arrivals, with arrivals: { kind: ramp, from: 1, to: 20, over: 30s }',
  ],
])('%s is refused', (suite, problem) => {
  expect(problemsOf(suite)).toBe(problem);
});
