import { expect, test } from 'vitest';
import { loadLimitSchema } from '../../result/analysis/physical-limit-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { ServerSpan, ServerView, Stage } from '../../result/stage-schema.ts';
import { scalingOf } from '../scaling/scaling-of.ts';
import { scalingResult, scalingStage } from '../scaling/testing/scaling-result.ts';
import { loadLimitsOf } from './load-limits-of.ts';

const environment: Result['environment'] = {
  host: null,
  os: null,
  kernel: null,
  cpu: null,
  memory: null,
  gpus: [],
  docker: null,
  python: null,
  limits: { cores: null, memory: null },
  reasons: {},
};
const rtx5090 = {
  name: 'NVIDIA GeForce RTX 5090',
  memory: null,
  driver: null,
  cuda: null,
  computeCapability: null,
};

function limitOf(stages: readonly Stage[], gpus: Result['environment']['gpus'] = []) {
  const bare = scalingResult(stages);
  const targets = bare.targets.map((target) => ({ ...target, model: 'Qwen/Qwen3-8B' }));
  const analysis = { ...bare.analysis, scaling: scalingOf({ ...bare, targets }) };
  const limits = loadLimitsOf({
    stages: bare.stages,
    targets,
    analysis,
    environment: { ...environment, gpus },
    source: { kind: 'measured' },
  });
  for (const limit of limits) expect(loadLimitSchema.parse(limit)).toEqual(limit);
  return limits[0];
}

type Seen = {
  readonly tokens: number;
  readonly errorRate?: number;
  readonly server?: Partial<{
    waiting: number;
    running: number;
    kvUse: number;
    preemptions: number;
    samples: number;
  }>;
  readonly ttft?: number;
  readonly invalidBy?: string;
};

function level(users: number, { tokens, errorRate = 0, server, ttft, invalidBy }: Seen): Stage {
  const stage = scalingStage('a', users, 1, {
    id: `1-concurrency/${users}-users/a/repeat-1`,
    suite: 'concurrency',
    outputThroughput: tokens,
    ...(ttft === undefined ? {} : { ttft }),
  });
  const reason = { code: invalidBy ?? '', message: '', value: 0.99, limit: 0.9 };
  return {
    ...stage,
    metrics: {
      ...stage.metrics,
      errorRate: { kind: 'derived', unit: 'share', value: errorRate, reason: null },
    },
    server: server === undefined ? null : serverView(server),
    trust: invalidBy === undefined ? stage.trust : { verdict: 'invalid', reasons: [reason] },
  };
}

function serverView(seen: NonNullable<Seen['server']>): ServerView {
  const none = { estimate: null, low: null, high: null, reason: 'not read' };
  const latency = { count: null, mean: null, p50: none, p95: none, p99: none, reason: 'not read' };
  const gauge = (value: number | undefined) => ({ mean: value ?? null, max: value ?? null });
  const span: ServerSpan = {
    start: 0,
    end: 1,
    offBy: { start: 0, end: 0 },
    promptTokens: null,
    generationTokens: null,
    requestsFinished: null,
    preemptions: seen.preemptions ?? null,
    prefixCache: { hits: null, queries: null, share: null },
    queueTime: latency,
    timeToFirstToken: latency,
    interTokenLatency: latency,
    e2e: latency,
    gauges: { running: gauge(seen.running), waiting: gauge(seen.waiting), kvUse: gauge(seen.kvUse) },
  };
  return {
    source: '/metrics',
    engine: null,
    ...span,
    window: span,
    series: [],
    samples: seen.samples ?? 10,
    missed: 0,
    reason: null,
  };
}

const growing = [level(1, { tokens: 50 }), level(5, { tokens: 240 }), level(10, { tokens: 450 })];

test('a target that grows to the end without a sign has met nothing, and says whether anybody looked', () => {
  const met = { target: 'a', cause: 'none-seen', users: 10, evidence: [] };
  expect(limitOf(growing)).toEqual({ ...met, reason: 'server-not-watched' });
  const watched = level(10, { tokens: 450, server: { waiting: 0, running: 10, kvUse: 0.1 } });
  expect(limitOf([...growing.slice(0, 2), watched])).toEqual({ ...met, reason: null });
});

test('growth that bends without a sign is unknown from the bend on', () => {
  const bending = { 1: 48.6, 5: 136.23, 10: 190.34, 20: 225.48, 50: 268.17 };
  const stages = Object.entries(bending).map(([users, tokens]) => level(Number(users), { tokens }));
  expect(limitOf(stages)).toMatchObject({ cause: 'unknown', users: 10, reason: 'server-not-watched' });
});

test('a queue that was looked at a few times only is no sign: a burst fills one sample', () => {
  const [light, heavy] = [10, 20].map((users) =>
    level(users, { tokens: 40 * users, server: { waiting: 8, running: users, samples: 4 } }),
  );
  expect(limitOf([light, heavy].flatMap((stage) => stage ?? []))?.cause).not.toBe('queue');
});

test('the lightest level with a sign counts, not the loudest sign', () => {
  const limit = limitOf([
    ...growing,
    level(20, { tokens: 460, server: { waiting: 8, running: 12, kvUse: 0.3, preemptions: 0 } }),
    level(50, { tokens: 455, errorRate: 0.4, server: { waiting: 38, running: 12 } }),
  ]);
  expect(limit).toMatchObject({ cause: 'queue', users: 20 });
  expect(limit?.evidence).toEqual([
    { name: 'waiting', value: 8, unit: 'requests' },
    { name: 'running', value: 12, unit: 'requests' },
  ]);
});

test('preemptions and a full cache are the KV cache, before the queue that follows from them', () => {
  const limit = limitOf([
    ...growing,
    level(20, { tokens: 460, server: { waiting: 8, preemptions: 3, kvUse: 0.99 } }),
  ]);
  expect(limit).toMatchObject({ cause: 'kv-cache', users: 20 });
  expect(limit?.evidence.map(({ name }) => name)).toEqual(['preemptions', 'kvUse']);
});

test('errors are the first sign of a level', () => {
  expect(
    limitOf([...growing, level(20, { tokens: 300, errorRate: 0.2, server: { waiting: 9 } })]),
  ).toMatchObject({
    cause: 'errors',
    evidence: [{ name: 'errorRate', value: 0.2, unit: 'share' }],
  });
});

test('a level that the client spoiled is the client’s limit, not the server’s', () => {
  expect(limitOf([...growing, level(20, { tokens: 300, invalidBy: 'client-busy' })])).toMatchObject({
    cause: 'client',
    users: 20,
    evidence: [{ name: 'client-busy', value: 0.99, unit: 'share' }],
  });
  expect(limitOf([...growing, level(20, { tokens: 600, invalidBy: 'cold-start' })])?.cause).toBe('none-seen');
});

test('a time to first token that grows tenfold is told where nothing else is seen', () => {
  const limit = limitOf([
    level(1, { tokens: 50, ttft: 40_000 }),
    level(10, { tokens: 450, ttft: 90_000 }),
    level(50, { tokens: 900, ttft: 800_000 }),
  ]);
  expect(limit).toMatchObject({ cause: 'latency', users: 50 });
  expect(limit?.evidence[1]).toEqual({ name: 'growth', value: 20, unit: 'ratio' });
});

test('a throughput near what the hardware allows is its limit', () => {
  // 16.4 GB at 1,792 GB/s allow 109 tok/s a user, 547 for five.
  const limit = limitOf([level(1, { tokens: 80 }), level(5, { tokens: 400 })], [rtx5090]);
  expect(limit).toMatchObject({ cause: 'bandwidth', users: 5 });
  expect(limit?.evidence[0]?.value).toBeCloseTo(0.73, 2);
});

test('users who keep less than half of their speed are held by something, also before growth bends', () => {
  const slowing = [level(1, { tokens: 52 }), level(4, { tokens: 154 }), level(16, { tokens: 324 })];
  expect(limitOf(slowing)).toMatchObject({ cause: 'unknown', users: 16, reason: 'server-not-watched' });
});

test('a cold lightest level is no slowing', () => {
  const cold = [level(1, { tokens: 12.53 }), level(5, { tokens: 371.64 }), level(50, { tokens: 2832.3 })];
  expect(limitOf(cold)).toMatchObject({ cause: 'none-seen', users: 50 });
});

test('growth that stopped unseen is unknown, and says whether anybody looked', () => {
  const flat = (server: Seen['server']) => [
    ...growing,
    level(20, { tokens: 455, ...(server === undefined ? {} : { server }) }),
  ];
  expect(limitOf(flat(undefined))).toMatchObject({
    cause: 'unknown',
    users: 10,
    reason: 'server-not-watched',
  });
  expect(limitOf(flat({ waiting: 0, running: 20, kvUse: 0.2 }))).toMatchObject({
    cause: 'unknown',
    reason: 'no-sign',
  });
});

test('one level tells no limit, and a target without levels has no entry', () => {
  expect(limitOf([level(5, { tokens: 200, errorRate: 0.5 })])).toMatchObject({
    cause: 'unknown',
    reason: 'too-few-levels',
  });
  expect(limitOf([])).toBeUndefined();
});
