import { expect, test } from 'vitest';
import { emptyReading } from '../../measurement/server-metrics.ts';
import { type ServerObservation, sampleOf } from '../../measurement/server-observation.ts';
import { describeServer } from '../../result/describe-server.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { type ExampleStage, exampleStage } from '../testing/example-stage.ts';
import { cachingVerdictSchema } from './caching-verdict.ts';
import { judgeCaching } from './judge-caching.ts';

/** What a kind's stages measured: microseconds to the first token and per later token, of 33 tokens each. */
type Kind = {
  readonly first: number;
  readonly perToken: number;
  readonly cached?: number | null;
  readonly input?: number;
};

/** The means of rounds scatter by 2 % around what they measure. */
const scatter = [0.98, 1.02, 1, 0.99, 1.01];

function stagesOf(
  kind: 'distinct' | 'repeated',
  { first, perToken, cached = null, input = 150_000 }: Kind,
  rounds: number,
): Stage[] {
  return Array.from({ length: rounds }, (_, index) => {
    const factor = scatter[(index + (kind === 'distinct' ? 0 : 2)) % scatter.length] ?? 1;
    const example: ExampleStage = {
      target: 'server',
      repeat: index + 1,
      id: `caching/round-${index + 1}/${kind}`,
      suite: 'audit',
      ttft: first * factor,
      e2e: first * factor + 32 * perToken * factor,
    };
    const stage = exampleStage(example);
    return { ...stage, tokens: { ...stage.tokens, input, output: 3300, cached } };
  });
}

const judge = (distinct: Kind, repeated: Kind, rounds = 4) =>
  cachingVerdictSchema.parse(
    judgeCaching([...stagesOf('distinct', distinct, rounds), ...stagesOf('repeated', repeated, rounds)]),
  );

/** An engine that was looked at twice. */
const seen: ServerObservation = {
  samples: [0, 1].map((at) => sampleOf({ ...emptyReading, engine: 'vllm' }, at, at)),
  missed: 0,
  reason: null,
};

const plain: Kind = { first: 120_000, perToken: 10_000 };

test('a server that computes every prompt anew is said to', () => {
  const verdict = judge(plain, plain);
  expect(verdict).toMatchObject({ verdict: 'not-cached', keeps: null });
  expect(verdict.message).toContain('computed anew');
  expect(verdict.timeToFirstToken.finding).toBe('same');
});

test('a first token that comes much sooner, and then the usual pace, is a prefix cache', () => {
  const verdict = judge(plain, { ...plain, first: 20_000 });
  expect(verdict).toMatchObject({ verdict: 'cached', keeps: 'prefixes' });
  expect(verdict.timeToFirstToken.ratio).toBeCloseTo(1 / 6, 2);
  expect(verdict.timePerLaterToken.finding).toBe('same');
  expect(verdict.message).toContain('the first token after 19.9 ms instead of 119.7 ms');
});

test('later tokens that come sooner too are a kept answer', () => {
  expect(judge(plain, { first: 2_000, perToken: 20 })).toMatchObject({ verdict: 'cached', keeps: 'answers' });
});

test('an answer that comes whole in one event is a kept answer', () => {
  expect(judge(plain, { first: 2_000, perToken: 0 })).toMatchObject({ verdict: 'cached', keeps: 'answers' });
});

test('five per cent faster is not cached, and fifteen are', () => {
  expect(judge(plain, { ...plain, first: 120_000 * 0.95 }).verdict).toBe('not-cached');
  expect(judge(plain, { ...plain, first: 120_000 * 0.85 }).verdict).toBe('cached');
});

test('an interval that holds a tenth decides nothing', () => {
  const verdict = judge(plain, { ...plain, first: 120_000 * 0.9 });
  expect(verdict).toMatchObject({ verdict: 'inconclusive', keeps: null });
  expect(verdict.timeToFirstToken.finding).toBe('unclear');
  expect(verdict.message).toContain('do not decide');
});

test('one round says nothing of chance', () => {
  const verdict = judge(plain, { ...plain, first: 20_000 }, 1);
  expect(verdict.verdict).toBe('inconclusive');
  expect(verdict.message).toContain('needs 2 rounds at least, and there were 1');
});

test('stages that failed or measured the client are left out, and too many of them leave no verdict', () => {
  const cached = stagesOf('repeated', { ...plain, first: 20_000 }, 4);
  const distinct = stagesOf('distinct', plain, 4);
  const spoil = (stage: Stage, index: number): Stage =>
    index < 2 ? { ...stage, trust: { ...stage.trust, verdict: 'invalid' } } : stage;
  const two = judgeCaching([...distinct, ...cached.map(spoil)]);
  expect(two.rounds).toEqual({ distinct: 4, repeated: 2 });
  const one = judgeCaching([...distinct, ...cached.map(spoil).slice(0, 3)]);
  expect(one.verdict).toBe('inconclusive');
  const partial = distinct.map((stage) => ({ ...stage, status: 'partial' as const }));
  expect(judgeCaching([...partial, ...cached]).message).toContain('too many stages failed');
});

test('a run that ended with its first stage says that it failed, not that it was short', () => {
  const [stage] = stagesOf('distinct', plain, 1);
  if (stage === undefined) throw new Error('no stage');
  expect(judgeCaching([{ ...stage, status: 'failed' }]).message).toContain('too many stages failed');
});

test('prompts of different lengths cannot be compared', () => {
  const verdict = judge(plain, { ...plain, input: 75_000 });
  expect(verdict.verdict).toBe('inconclusive');
  expect(verdict.message).toBe(
    'the prompts differ in length: 1500 tokens the distinct ones, 750 the repeated one',
  );
});

test("the cached tokens of the server's own usage stand beside the verdict, by kind", () => {
  const verdict = judge({ ...plain, cached: 1500 }, { ...plain, first: 20_000, cached: 148_500 });
  expect(verdict.cachedByUsage).toEqual({ distinct: 0.01, repeated: 0.99 });
  expect(verdict.message).toContain("99 % of the repeated prompt's tokens came from its cache");
});

test('what the metrics say of the window counts, not the warm-up, whose first repeated prompt is new to the server', () => {
  const prefixCache = (hits: number) => ({ hits, queries: 100, share: hits / 100 });
  const stages = [...stagesOf('distinct', plain, 4), ...stagesOf('repeated', { ...plain, first: 20_000 }, 4)];
  const watched = stages.map((stage): Stage => {
    const whole = describeServer(seen, { whole: { start: 0, end: 1 }, window: { start: 0, end: 1 } });
    if (whole === null || whole.window === null) throw new Error('the server was seen');
    return {
      ...stage,
      server: {
        ...whole,
        prefixCache: prefixCache(40),
        window: { ...whole.window, prefixCache: prefixCache(90) },
      },
    };
  });
  expect(judgeCaching(watched).cachedByMetrics).toEqual({ distinct: 0.9, repeated: 0.9 });
  const windowless = watched.map((stage) => ({
    ...stage,
    server: stage.server === null ? null : { ...stage.server, window: null },
  }));
  expect(judgeCaching(windowless).cachedByMetrics.repeated).toBe(0.4);
});

test('a cache that is used and saves no time is told', () => {
  const verdict = judge(plain, { ...plain, cached: 148_500 });
  expect(verdict.verdict).toBe('not-cached');
  expect(verdict.message).toContain('saved no time');
});

test('stages of other suites are passed over', () => {
  const other = exampleStage({ target: 'server', repeat: 1, ttft: 1, e2e: 2 });
  expect(judgeCaching([other]).rounds).toEqual({ distinct: 0, repeated: 0 });
});
