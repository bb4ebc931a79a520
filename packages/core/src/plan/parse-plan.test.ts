import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KneepointError } from '../errors/kneepoint-error.ts';
import { parsePlan } from './parse-plan.ts';

const smallPlan = `version: 1
name: two-servers
targets:
  - { name: a, url: "http://127.0.0.1:8001" }
suites:
  - { kind: single-user, requests: 5, outputTokens: 500 }
`;

function messageOf(text: string): string {
  try {
    parsePlan(text, 'plan.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(KneepointError);
    expect(error).toMatchObject({ exitCode: 2, code: 'plan-invalid' });
    return error instanceof Error ? error.message : '';
  }
  return expect.unreachable('the plan was accepted');
}

test('a small plan is filled with the documented defaults', () => {
  expect(parsePlan(smallPlan, 'plan.yaml')).toEqual({
    version: 1,
    name: 'two-servers',
    model: {},
    targets: [{ name: 'a', url: 'http://127.0.0.1:8001', api: 'openai-chat', headers: {}, body: {} }],
    suites: [
      {
        kind: 'single-user',
        requests: 5,
        outputTokens: { kind: 'fixed', value: 500 },
        salt: 'on',
        language: 'en',
      },
    ],
    repeats: 1,
    order: 'auto',
    between: { settle: 0, clearPrefixCache: false },
    workers: 'auto',
    maxInFlight: 20_000,
    atCap: 'drop',
    timeout: 120_000_000,
    thresholds: [],
    abortOnFail: false,
    earlyStop: true,
    report: { languages: ['en'], format: ['markdown'] },
  });
});

test('a whole plan is read with its durations in microseconds', () => {
  const plan = parsePlan(
    `version: 1
name: all
model: { id: Qwen/Qwen3-8B, tokenizer: ./tokenizers/qwen3 }
targets:
  - name: vllm
    engine: vllm
    api: openai-chat
    url: http://127.0.0.1:8001
    apiKeyEnv: VLLM_KEY
    headers: { X-Team: search }
    body: { top_k: 1 }
  - { name: sglang, engine: sglang, api: sglang-generate, url: "http://127.0.0.1:8002", model: qwen }
suites:
  - { kind: single-user, requests: 5, outputTokens: 500, inputTokens: 64, warmup: 2 }
  - { kind: concurrency, users: [5, 10], duration: 60s, inputTokens: 200, outputTokens: 128, warmup: 5s }
  - { kind: languages, languages: [zh, ko, en], requests: 10, outputTokens: 256 }
  - { kind: rate, requestsPerSecond: [2, 0.5], arrivals: constant, duration: 1m, outputTokens: 64 }
repeats: 3
order: sequential
between: { settle: 500ms }
seed: 42
report: { languages: [ko, en], format: [markdown, html] }
`,
    'plan.yaml',
  );
  expect(plan.seed).toBe('42');
  expect(plan.between.settle).toBe(500_000);
  expect(plan.suites[1]).toEqual({
    kind: 'concurrency',
    users: [5, 10],
    duration: 60_000_000,
    inputTokens: { kind: 'fixed', value: 200 },
    outputTokens: { kind: 'fixed', value: 128 },
    salt: 'on',
    warmup: { kind: 'duration', micros: 5_000_000 },
    language: 'en',
  });
  expect(plan.suites[0]).toMatchObject({ warmup: { kind: 'requests', count: 2 } });
  expect(plan.targets[0]).toMatchObject({ headers: { 'X-Team': 'search' }, body: { top_k: 1 } });
});

test('all problems of a plan are told at once, by line, with the nearest known name', () => {
  const message = messageOf(`version: 2
naem: typo
targets:
  - name: vllm
    engine: vlm
    url: 127.0.0.1:8001
    apiKeyEnv: sk-secret value
  - name: vllm
    url: http://127.0.0.1:8002
suites:
  - { kind: concurency, users: [5] }
  - kind: single-user
    requests: 0
    outputToken: 500
  - kind: concurrency
    users: [5, 5, 20]
    requests: 10
    duration: 60
    outputTokens: 128
  - kind: languages
    languages: [zh, fr]
    requests: 1.5
    outputTokens: 256
repeats: many
order: ABBA
`);
  expect(message).toMatchInlineSnapshot(`
    "plan.yaml:1: version: must be 1, not 2
    plan.yaml:1: name: is missing (a text)
    plan.yaml:2: naem: unknown key; did you mean name?
    plan.yaml:5: targets[0].engine: must be one of vllm, sglang, other, not "vlm"; did you mean vllm?
    plan.yaml:6: targets[0].url: must be an http or https address, such as http://127.0.0.1:8000, or a Unix socket, such as unix:/run/server.sock, not "127.0.0.1:8001"
    plan.yaml:7: targets[0].apiKeyEnv: must be the name of an environment variable, not the key itself
    plan.yaml:11: suites[0].kind: must be one of single-user, concurrency, languages, rate, arrivals, context, not "concurency"; did you mean concurrency?
    plan.yaml:12: suites[1].outputTokens: is missing (a number of tokens)
    plan.yaml:13: suites[1].requests: must be at least 1, not 0
    plan.yaml:14: suites[1].outputToken: unknown key; did you mean outputTokens?
    plan.yaml:15: suites[2]: needs either a duration or a number of requests
    plan.yaml:16: suites[2].users[1]: 5 is in the list twice
    plan.yaml:18: suites[2].duration: "60" has no unit; write 60s for seconds or 60ms for milliseconds
    plan.yaml:21: suites[3].languages[1]: there are no prompts in "fr" (there are in en, ko, zh, ja); name a file of them: { code: fr, prompts: FILE }
    plan.yaml:22: suites[3].requests: must be a whole number, not 1.5
    plan.yaml:24: repeats: must be a whole number, not "many"
    plan.yaml:25: order: must be one of auto, sequential, not "ABBA""
  `);
});

test('a plan says how its client drives the load and what the run has to keep', () => {
  const plan = parsePlan(
    `${smallPlan}between: { clearPrefixCache: true }
workers: 2
maxInFlight: 64
atCap: late
timeout: 30s
thresholds: ["ttft p95 < 500ms", "errorRate < 1%"]
slo: "ttft<500ms, tpot<50ms"
abortOnFail: true
earlyStop: false
`,
    'plan.yaml',
  );
  expect(plan).toMatchObject({
    between: { settle: 0, clearPrefixCache: true },
    workers: 2,
    maxInFlight: 64,
    atCap: 'late',
    timeout: 30_000_000,
    thresholds: ['ttft p95 < 500ms', 'errorRate < 1%'],
    slo: 'ttft<500ms, tpot<50ms',
    abortOnFail: true,
    earlyStop: false,
  });
});

test('what is wrong at the top of a plan is told with the words that work', () => {
  const message = messageOf(`${smallPlan}workers: many
maxInFlight: 0
atCap: wait
timeout: 30
thresholds:
  - ttftt p95 < 500ms
  - 5
slo: ttft<500
abortOnFail: sometimes
earlyStopp: true
`);
  expect(message).toMatchInlineSnapshot(`
    "plan.yaml:7: workers: must be a whole number, or auto, not "many"
    plan.yaml:8: maxInFlight: must be at least 1, not 0
    plan.yaml:9: atCap: must be one of drop, late, not "wait"
    plan.yaml:10: timeout: "30" has no unit; write 30s for seconds or 30ms for milliseconds
    plan.yaml:12: thresholds[0]: "ttftt p95 < 500ms": there is no metric "ttftt"; did you mean ttft?
    plan.yaml:13: thresholds[1]: must be a text such as "ttft p95 < 500ms", not 5
    plan.yaml:14: slo: "ttft<500": the limit of ttft needs a unit; write us, ms, s, m or h, such as 500ms
    plan.yaml:15: abortOnFail: must be true or false, not "sometimes"
    plan.yaml:16: earlyStopp: unknown key; did you mean earlyStop?"
  `);
});

test.each([
  {
    what: 'the suite capacity',
    plan: `${smallPlan}  - { kind: capacity, vary: users }\n`,
    message:
      'plan.yaml:7: suites[1].kind: the suite "capacity" is not available in a plan; use: kneepoint capacity URL --slo ...',
  },
  {
    what: 'a level without an end',
    plan: `${smallPlan}  - { kind: concurrency, users: [1], outputTokens: 8 }\n`,
    message: 'plan.yaml:7: suites[1]: needs either a duration or a number of requests',
  },
  {
    what: 'a level with two ends',
    plan: `${smallPlan}  - { kind: rate, requestsPerSecond: [1], requests: 5, duration: 5s, outputTokens: 8 }\n`,
    message: 'plan.yaml:7: suites[1]: needs either a duration or a number of requests',
  },
  {
    what: 'fewer requests than users',
    plan: `${smallPlan}  - { kind: concurrency, users: [2, 8], requests: 5, outputTokens: 8 }\n`,
    message: 'plan.yaml:7: suites[1].users[1]: 8 users share 5 requests, so some would have none',
  },
  {
    what: 'a duration of zero',
    plan: `${smallPlan}  - { kind: concurrency, users: [2], duration: 0s, outputTokens: 8 }\n`,
    message: 'plan.yaml:7: suites[1].duration: must last longer than zero',
  },
  {
    what: 'a wrong key in a block that may be left out',
    plan: `${smallPlan}between: { setle: 5s }\n`,
    message: 'plan.yaml:7: between.setle: unknown key; did you mean settle?',
  },
  {
    what: 'an end that nothing brings about',
    plan: `${smallPlan}abortOnFail: true\n`,
    message: 'plan.yaml:7: abortOnFail: needs thresholds: without one there is nothing to fail',
  },
  { what: 'an empty file', plan: '', message: 'plan.yaml:1: the plan: must be a block of keys, not null' },
  { what: 'a list', plan: '- a\n', message: 'plan.yaml:1: the plan: must be a block of keys, not a list' },
])('$what is answered with one clear line', ({ plan, message }) => {
  expect(messageOf(plan)).toBe(message);
});

test('an alias without an anchor is a problem of the plan', () => {
  expect(messageOf('name: *nothing')).toMatch(/^plan\.yaml:1: Unresolved alias/);
});

test('one condition is enough for an end that it brings about', () => {
  for (const condition of ['thresholds: ["errorRate < 1%"]', 'slo: "ttft p95 < 1s"'])
    expect(parsePlan(`${smallPlan}${condition}\nabortOnFail: true\n`, 'p').abortOnFail).toBe(true);
});

test('short names are names', () => {
  const plan = parsePlan(
    smallPlan
      .replace('name: two-servers', 'name: x\nseed: y\nmodel: { id: m, tokenizer: t }')
      .replace('name: a,', 'name: a, model: n,'),
    'p',
  );
  expect(plan).toMatchObject({
    name: 'x',
    seed: 'y',
    model: { id: 'm', tokenizer: 't' },
    targets: [{ model: 'n' }],
  });
});

test('one slip of the syntax is told with its line, and nothing else', () => {
  expect(messageOf('version: 1\nname: "x\n')).toMatch(/^plan\.yaml:\d+: [^\n]+$/);
});

test('broken YAML is told with its line', () => {
  expect(messageOf('version: 1\nname: "x\ntargets: [')).toMatch(/^plan\.yaml:\d+: /);
});

test('whatever the text, the answer is a plan or a usage error that names the file', () => {
  const value = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.jsonValue());
  const plans = fc.record(
    { version: value, name: value, targets: value, suites: fc.oneof(value, fc.array(value)), repeats: value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        plans.map((plan) => JSON.stringify(plan)),
      ),
      (text) => {
        try {
          parsePlan(text, 'plan.yaml');
        } catch (error) {
          expect(error).toBeInstanceOf(KneepointError);
          expect(error instanceof Error ? error.message : '').toMatch(/^plan\.yaml:\d+: /);
        }
      },
    ),
  );
});

test('a count may be written with its thousands', () => {
  const written = `version: 1
name: a
targets: [{ name: a, url: "http://127.0.0.1:1" }]
suites: [{ kind: concurrency, users: [1k], requests: 10k, outputTokens: 8 }]
`;
  expect(parsePlan(written, 'plan.yaml').suites[0]).toMatchObject({ users: [1_000], requests: 10_000 });
});
