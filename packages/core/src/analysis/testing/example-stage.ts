import type { Distribution, Distributions, Figure } from '../../result/figure-schema.ts';
import { type Stage, stageSchema } from '../../result/stage-schema.ts';

/** What a test says about a stage; everything else is unknown. */
export type ExampleStage = Partial<Omit<Stage, 'metrics' | 'trust'>> & {
  readonly target: string;
  readonly repeat: number;
  readonly outputThroughput?: number | null;
  readonly requestSpeed?: number | null;
  readonly ttft?: number | null;
  readonly e2e?: number | null;
  readonly verdict?: Stage['trust']['verdict'];
};

const examplePrompts: Stage['prompts'] = {
  kind: 'generated',
  source: null,
  format: null,
  salted: true,
  sharedPrefix: null,
  inputTokens: null,
  outputTokens: { kind: 'fixed', value: 128 },
  skippedLines: 0,
};
const noLengths: Stage['lengths']['input'] = {
  unit: 'tokens',
  count: 0,
  mean: null,
  min: null,
  p50: null,
  p95: null,
  max: null,
};

/** A valid stage with the values that a test cares about. */
export function exampleStage(example: ExampleStage): Stage {
  const {
    outputThroughput = null,
    requestSpeed = null,
    ttft = null,
    e2e = null,
    verdict = 'valid',
    ...rest
  } = example;
  return stageSchema.parse({
    id: `1-concurrency/5-users/${example.target}/repeat-${example.repeat}`,
    suite: 'concurrency',
    language: 'en',
    status: 'completed',
    statusReason: null,
    load: { loop: 'closed', users: 5, thinkTime: null },
    prompts: examplePrompts,
    startedAt: '2026-11-24T00:00:00.000Z',
    window: { start: 0, end: 60_000_000, reason: null, whole: { start: 0, end: 61_000_000 } },
    warmup: { kind: 'requests', requests: 5, duration: 0, steady: null, errors: [] },
    counts: { planned: 100, dispatched: 100, dropped: 0, late: 0, completed: 100, failed: 0, cut: 0 },
    windowCounts: { completed: 95, failed: 0 },
    errors: [],
    metrics: metrics({ outputThroughput, requestSpeed, ttft, e2e }),
    whole: { metrics: metrics({ outputThroughput, requestSpeed, ttft, e2e }) },
    cold: { count: 0, metrics: distributions({ ttft: null, e2e: null }) },
    goodput: [],
    classes: [],
    lengths: { input: noLengths, output: noLengths },
    tokens: {
      source: 'usage',
      input: 1,
      output: 1,
      reasoning: null,
      cached: null,
      events: 1,
      requestsWithoutCount: 0,
      unseen: 0,
      reason: null,
    },
    finishReasons: {},
    generator: {
      workers: 1,
      cpuShare: null,
      eventLoopDelayP99: null,
      readWaitP99: null,
      firstTokenWait: null,
      pauses: { count: 0, total: 0, longest: 0 },
      eventsPerSecond: null,
      hostCpuShare: null,
      processCpuShare: null,
      ceilingEventsPerSecond: null,
      connectionWaits: 0,
      estimatedPrompts: 0,
      eventsPerRead: null,
      bytesReceived: 0,
      reads: 0,
      connectionsOpened: 0,
      connectionsReused: 0,
      staleConnectionsReplaced: 0,
    },
    server: null,
    gpu: null,
    crossCheck: [],
    series: [],
    excerpts: [],
    quality: null,
    trust: { verdict, reasons: [] },
    ...rest,
  });
}

type Values = Record<'outputThroughput' | 'requestSpeed' | 'ttft' | 'e2e', number | null>;

function metrics(values: Values): Stage['metrics'] {
  const unknown = figure(null, 'unit');
  return {
    ...distributions(values),
    outputThroughput: figure(values.outputThroughput, 'tok/s'),
    requestSpeed: figure(values.requestSpeed, 'tok/s'),
    inputThroughput: unknown,
    totalThroughput: unknown,
    requestThroughput: unknown,
    throughputPerUser: unknown,
    decodeSpeed: unknown,
    concurrency: { mean: unknown, min: unknown, max: unknown },
    errorRate: unknown,
  };
}

function distributions({ ttft, e2e }: Pick<Values, 'ttft' | 'e2e'>): Distributions {
  const empty = distribution(null);
  return {
    startLag: empty,
    connectTime: empty,
    ttft: distribution(ttft),
    ttftResponse: empty,
    ttfa: empty,
    timeToFirstText: empty,
    tpot: empty,
    ntpot: empty,
    chunkGap: empty,
    tokenGap: empty,
    maxStall: empty,
    e2e: distribution(e2e),
    e2eResponse: empty,
  };
}

function distribution(mean: number | null): Distribution {
  const none = { p50: null, p75: null, p90: null, p95: null, p99: null, p999: null };
  const kind = mean === null ? 'unknown' : 'measured';
  return {
    kind,
    unit: 'us',
    count: mean === null ? 0 : 1,
    mean,
    min: null,
    max: null,
    ...none,
    certified: none,
    reasons: {},
    histogram: null,
  };
}

function figure(value: number | null, unit: string): Figure {
  return {
    kind: value === null ? 'unknown' : 'measured',
    unit,
    value,
    reason: value === null ? 'not in this test' : null,
  };
}
