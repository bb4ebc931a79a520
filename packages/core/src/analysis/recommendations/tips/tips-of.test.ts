import { expect, test } from 'vitest';
import { tipSchema } from '../../../result/analysis/judgement-schema.ts';
import type { Result } from '../../../result/result-file.ts';
import type { ServerSpan, ServerView, Stage } from '../../../result/stage-schema.ts';
import { auditedResult, blackwell, dockerTarget, figureOf } from '../../audit/testing/audited-result.ts';
import { judgedStages } from '../../findings/testing/judged-result.ts';
import { tipsOf } from './tips-of.ts';

const unknownLatency: ServerSpan['queueTime'] = {
  count: null,
  mean: null,
  p50: { estimate: null, low: null, high: null, reason: null },
  p95: { estimate: null, low: null, high: null, reason: null },
  p99: { estimate: null, low: null, high: null, reason: null },
  reason: null,
};

type Gauges = { kvUse: number; waiting?: number; running?: number; preemptions?: number; hits?: number };

function serverView({ kvUse, waiting = 0, running = 4, preemptions = 0, hits = 0 }: Gauges): ServerView {
  const span: ServerSpan = {
    start: 0,
    end: 1,
    offBy: { start: 0, end: 0 },
    promptTokens: null,
    generationTokens: null,
    requestsFinished: null,
    preemptions,
    prefixCache: { hits, queries: 100, share: hits / 100 },
    queueTime: unknownLatency,
    timeToFirstToken: unknownLatency,
    interTokenLatency: unknownLatency,
    e2e: unknownLatency,
    gauges: {
      running: { mean: running, max: running },
      waiting: { mean: waiting, max: waiting },
      kvUse: { mean: kvUse, max: kvUse },
    },
  };
  return {
    source: 'metrics',
    engine: 'vllm',
    ...span,
    window: span,
    series: [],
    samples: 9,
    missed: 0,
    reason: null,
  };
}

const seen = (change: (stage: Stage) => Stage, changes: Partial<Result> = {}): Result => ({
  ...auditedResult({
    stages: judgedStages({ one: { 1: [48] } }, change),
    targets: [dockerTarget('one', 'vllm', ['vllm', 'serve', 'model', '--enforce-eager'])],
  }),
  ...changes,
});
const withServer = (gauges: Gauges) => seen((stage) => ({ ...stage, server: serverView(gauges) }));
const codes = (result: Result): string[] => tipsOf(result).map(({ code }) => code);

test('a result without any sign has no tip', () => {
  expect(codes(withServer({ kvUse: 0.3 }))).toEqual([]);
  expect(codes(auditedResult({}))).toEqual([]);
});

test('a full cache is a tip only where requests were put back', () => {
  expect(codes(withServer({ kvUse: 0.99, preemptions: 7 }))).toEqual(['kv-cache-full']);
  expect(codes(withServer({ kvUse: 0.99 }))).toEqual([]);
});

test('a queue is a limit on requests only while the cache has room', () => {
  expect(codes(withServer({ kvUse: 0.02, waiting: 11.5 }))).toEqual(['queue-while-cache-free']);
  expect(codes(withServer({ kvUse: 0.8, waiting: 11.5 }))).toEqual([]);
  expect(codes(withServer({ kvUse: 0.02, waiting: 0.4 }))).toEqual([]);
});

test('a prefix cache without a hit is a tip only where prompts shared a prefix', () => {
  const shared = (hits: number) =>
    seen((stage) => ({
      ...stage,
      server: serverView({ kvUse: 0.1, hits }),
      prompts:
        stage.prompts === null
          ? null
          : { ...stage.prompts, sharedPrefix: { groups: 1, tokens: 512, share: 0.8 } },
    }));
  expect(codes(shared(0))).toEqual(['prefix-cache-unused']);
  expect(codes(shared(50))).toEqual([]);
});

test('graphs that are off are a tip where one user reaches little of the limit, and the argument is named', () => {
  const limited = (share: number): Result => {
    const result = seen((stage) => stage);
    const limit = {
      target: 'one',
      suite: 'single-user',
      language: 'en',
      metric: 'requestSpeed' as const,
      kind: 'derived' as const,
      phase: 'decode' as const,
      users: 1,
      context: null,
      limit: 109,
      measured: 109 * share,
      share,
      boundBy: 'bandwidth' as const,
      inputs: {
        accelerator: null,
        accelerators: 1,
        bandwidth: null,
        peakFlops: null,
        weightBytes: null,
        keyValueBytesPerToken: null,
        parameters: null,
      },
      reason: null,
    };
    return { ...result, analysis: { ...result.analysis, physicalLimits: [limit] } };
  };
  expect(tipsOf(limited(0.44))).toMatchObject([
    {
      code: 'graphs-off',
      names: { argument: '--enforce-eager' },
      evidence: [{ name: 'share', value: 0.44 }, {}],
    },
  ]);
  expect(codes(limited(0.8))).toEqual([]);
});

test('memory that lies idle is a tip only where the cache runs short', () => {
  const idle = (kvUse: number): Result => {
    const result = seen((stage) => ({ ...stage, server: serverView({ kvUse }) }));
    const targets = result.targets.map((target) => ({
      ...target,
      memory: { ...target.memory, peak: figureOf(16e9, 'bytes') },
    }));
    return { ...result, targets, environment: { ...result.environment, gpus: [blackwell] } };
  };
  expect(codes(idle(0.9))).toEqual(['gpu-memory-unused']);
  expect(codes(idle(0.2))).toEqual([]);
});

test('a first token long after the first healthy answer asks for a request before users come', () => {
  const started = (firstToken: number): Result => {
    const result = seen((stage) => stage);
    const startup = {
      firstHealthyAnswer: figureOf(30_000, 'ms'),
      firstToken: figureOf(firstToken, 'ms'),
    };
    return { ...result, targets: result.targets.map((target) => ({ ...target, startup })) };
  };
  expect(codes(started(52_000))).toEqual(['first-request-slow']);
  expect(codes(started(31_000))).toEqual([]);
});

test('a client that was short of time is a tip about the client, and every tip fits its schema', () => {
  const result = seen((stage) => ({
    ...stage,
    trust: { verdict: 'suspect', reasons: [{ code: 'client-busy', message: '', value: 0.9, limit: 0.85 }] },
  }));
  const tips = tipsOf(result);
  expect(tips).toMatchObject([{ code: 'client-limit', target: null }]);
  for (const tip of tips) tipSchema.parse(tip);
});
