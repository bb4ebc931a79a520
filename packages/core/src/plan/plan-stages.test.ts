import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlan } from './parse-plan.ts';
import { planStages } from './plan-stages.ts';

function planOf(options: { targets: readonly string[]; suites: string; repeats: number; order?: string }) {
  const targets = options.targets.map((name) => `{ name: ${name}, url: "http://127.0.0.1:1" }`).join(', ');
  return parsePlan(
    `{ version: 1, name: p, targets: [${targets}], suites: [${options.suites}], repeats: ${options.repeats}, order: ${options.order ?? 'auto'} }`,
    'plan.yaml',
  );
}

const concurrency =
  '{ kind: concurrency, users: [5, 10], duration: 60s, outputTokens: 128, inputTokens: 200 }';

test('targets take turns and swap places from repeat to repeat', () => {
  const stages = planStages(planOf({ targets: ['a', 'b'], suites: concurrency, repeats: 3 }));
  expect(stages.map((stage) => stage.id)).toEqual([
    '1-concurrency/5-users/a/repeat-1',
    '1-concurrency/5-users/b/repeat-1',
    '1-concurrency/10-users/a/repeat-1',
    '1-concurrency/10-users/b/repeat-1',
    '1-concurrency/5-users/b/repeat-2',
    '1-concurrency/5-users/a/repeat-2',
    '1-concurrency/10-users/b/repeat-2',
    '1-concurrency/10-users/a/repeat-2',
    '1-concurrency/5-users/a/repeat-3',
    '1-concurrency/5-users/b/repeat-3',
    '1-concurrency/10-users/a/repeat-3',
    '1-concurrency/10-users/b/repeat-3',
  ]);
});

test('a sequential plan finishes one target before the next', () => {
  const stages = planStages(
    planOf({ targets: ['a', 'b'], suites: concurrency, repeats: 2, order: 'sequential' }),
  );
  expect(stages.map((stage) => `${stage.target}${stage.repeat}`).join(' ')).toBe('a1 a1 a2 a2 b1 b1 b2 b2');
});

test('a concurrency level is a closed loop that warms up with one request per user', () => {
  const [first] = planStages(planOf({ targets: ['a'], suites: concurrency, repeats: 1 }));
  expect(first).toEqual({
    id: '1-concurrency/5-users/a/repeat-1',
    target: 'a',
    suite: 'concurrency',
    repeat: 1,
    load: { loop: 'closed', users: 5, thinkTime: null },
    stop: { kind: 'duration', micros: 60_000_000 },
    warmup: { kind: 'requests', count: 5 },
    language: 'en',
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: { kind: 'fixed', value: 200 },
    outputTokens: { kind: 'fixed', value: 128 },
    keepExcerpts: false,
  });
});

test.each([
  {
    suite: '{ kind: single-user, requests: 5, outputTokens: 500 }',
    expected: {
      load: { loop: 'closed', users: 1, thinkTime: null },
      warmup: { kind: 'requests', count: 1 },
      inputTokens: null,
    },
  },
  {
    suite: '{ kind: languages, languages: [ko], requests: 10, outputTokens: 256 }',
    expected: { language: 'ko', keepExcerpts: true, warmup: { kind: 'requests', count: 1 } },
  },
  {
    suite: '{ kind: rate, requestsPerSecond: [2.5], requests: 50, outputTokens: 64 }',
    expected: {
      load: { loop: 'open', arrivals: { kind: 'poisson', requestsPerSecond: 2.5 } },
      warmup: { kind: 'requests', count: 0 },
      stop: { kind: 'requests', count: 50 },
    },
  },
])('$suite gives its stage and its default warm-up', ({ suite, expected }) => {
  expect(planStages(planOf({ targets: ['a'], suites: suite, repeats: 1 }))[0]).toMatchObject(expected);
});

test('stage ids are unique, also where a suite occurs twice, and each target gets the same work', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('auto', 'sequential'),
      (targetCount, repeats, order) => {
        const targets = Array.from({ length: targetCount }, (_, index) => `t${index}`);
        const stages = planStages(
          planOf({ targets, suites: `${concurrency}, ${concurrency}`, repeats, order }),
        );
        expect(new Set(stages.map((stage) => stage.id)).size).toBe(targetCount * repeats * 4);
        const work = targets.map((target) =>
          stages
            .filter((stage) => stage.target === target)
            .map((stage) => JSON.stringify([stage.repeat, stage.load])),
        );
        expect(new Set(work.map((list) => list.toSorted().join())).size).toBe(1);
      },
    ),
  );
});
