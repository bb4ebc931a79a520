import type { Distribution, Distributions, Figure, Metrics, Stage, StageLoad } from '@kneepoint/core';

/** A distribution given by its percentiles in milliseconds; the histogram is left out. */
export function distribution(
  count: number,
  millis: { p50: number; p90?: number; p99?: number },
): Distribution {
  const micros = (value: number | undefined): number | null =>
    value === undefined ? null : Math.round(value * 1000);
  const tooFew = { p99: `too few samples: ${count} of 459` };
  return {
    ...unknownDistribution('not set'),
    kind: 'measured',
    count,
    mean: millis.p50 * 1000,
    min: micros(millis.p50 * 0.8),
    max: micros((millis.p99 ?? millis.p50) * 1.1),
    p50: micros(millis.p50),
    p75: micros(millis.p50 * 1.1),
    p90: micros(millis.p90 ?? millis.p50 * 1.2),
    p95: micros(millis.p50 * 1.3),
    p99: micros(millis.p99),
    reasons: millis.p99 === undefined ? tooFew : {},
  };
}

/** A distribution without a sample, with the reason. */
export function unknownDistribution(reason: string): Distribution {
  const none = { p50: null, p75: null, p90: null, p95: null, p99: null, p999: null };
  const reasons = Object.fromEntries(Object.keys(none).map((name) => [name, reason]));
  return {
    ...none,
    kind: 'unknown',
    unit: 'us',
    count: 0,
    mean: null,
    min: null,
    max: null,
    certified: none,
    reasons,
    histogram: null,
  };
}

/** A measured figure. */
export function figure(unit: string, value: number): Figure {
  return { kind: 'measured', unit, value, reason: null };
}

/** An unknown figure with its reason. */
export function unknownFigure(unit: string, reason: string): Figure {
  return { kind: 'unknown', unit, value: null, reason };
}

/** What tests choose of a stage; everything else follows from it. */
export type StageChoice = {
  readonly target: string;
  readonly load: StageLoad;
  readonly tokensPerSecond: number;
  readonly suite?: Stage['suite'];
  readonly repeat?: number;
  readonly language?: Stage['language'];
  readonly completed?: number;
  readonly latencies?: Partial<Distributions>;
};

/** A valid stage with plausible figures; `changes` replaces whole fields. */
export function buildStage(choice: StageChoice, changes: Partial<Stage> = {}): Stage {
  const { target, load, suite = 'concurrency', repeat = 1, language = 'en', completed = 600 } = choice;
  const metrics = buildMetrics(choice, completed);
  const level = load.loop === 'closed' ? load.users : load.requestsPerSecond;
  return {
    id: `${target}/${suite}/${load.loop}-${level}/${language}/${repeat}`,
    target,
    suite,
    repeat,
    language,
    status: 'completed',
    statusReason: null,
    load,
    prompts: {
      kind: 'generated',
      source: null,
      format: null,
      salted: true,
      sharedPrefix: null,
      inputTokens: { kind: 'fixed', value: 200 },
      outputTokens: { kind: 'fixed', value: 128 },
      skippedLines: 0,
    },
    startedAt: '2026-11-24T06:00:00.000Z',
    window: { start: 2_000_000, end: 62_000_000, reason: null, whole: { start: 0, end: 64_000_000 } },
    warmup: { kind: 'requests', requests: 10, duration: 2_000_000, steady: null, errors: [] },
    counts: {
      planned: completed,
      dispatched: completed,
      dropped: 0,
      late: 0,
      completed,
      failed: 0,
      cut: 0,
    },
    windowCounts: { completed, failed: 0 },
    errors: [],
    metrics,
    whole: { metrics },
    cold: { count: 0, metrics: unknownDistributions('no cold request') },
    goodput: [],
    classes: [],
    lengths: { input: tokens(completed, 200), output: tokens(completed, 128) },
    tokens: {
      source: 'usage',
      input: completed * 200,
      output: completed * 128,
      reasoning: null,
      cached: 0,
      events: completed * 128,
      requestsWithoutCount: 0,
      unseen: 0,
      reason: null,
    },
    finishReasons: { length: completed },
    generator: {
      workers: 1,
      cpuShare: 0.31,
      eventLoopDelayP99: 900,
      readWaitP99: 40,
      firstTokenWait: 10,
      pauses: { count: 12, total: 9000, longest: 1100 },
      eventsPerSecond: 1800,
      hostCpuShare: 0.4,
      processCpuShare: 0.1,
      ceilingEventsPerSecond: null,
      connectionWaits: 0,
      estimatedPrompts: 0,
      eventsPerRead: 1.2,
      bytesReceived: 1_000_000,
      reads: 60_000,
      connectionsOpened: 10,
      connectionsReused: completed - 10,
      staleConnectionsReplaced: 0,
    },
    server: null,
    gpu: null,
    crossCheck: [],
    series: [],
    excerpts: [],
    quality: null,
    trust: { verdict: 'valid', reasons: [] },
    ...changes,
  };
}

/** Answers and prompts that all have one length. */
function tokens(count: number, length: number): Stage['lengths']['input'] {
  return { unit: 'tokens', count, mean: length, min: length, p50: length, p95: length, max: length };
}

function buildMetrics(choice: StageChoice, completed: number): Metrics {
  const { load, tokensPerSecond, latencies = {} } = choice;
  const concurrency = load.loop === 'closed' ? load.users : 4;
  return {
    ...unknownDistributions('not measured'),
    ttft: distribution(completed, { p50: 43, p99: 91 }),
    ttftResponse: distribution(completed, { p50: 47, p99: 130 }),
    chunkGap: distribution(completed * 127, { p50: 12.4, p99: 19 }),
    tokenGap: distribution(completed * 127, { p50: 12.4, p99: 19 }),
    e2e: distribution(completed, { p50: 1620, p99: 1900 }),
    e2eResponse: distribution(completed, { p50: 1650, p99: 2000 }),
    ...latencies,
    outputThroughput: figure('tok/s', tokensPerSecond),
    inputThroughput: figure('tok/s', tokensPerSecond * 1.5),
    totalThroughput: figure('tok/s', tokensPerSecond * 2.5),
    requestThroughput: figure('req/s', tokensPerSecond / 128),
    throughputPerUser: figure('tok/s', tokensPerSecond / concurrency),
    requestSpeed: figure('tok/s', (tokensPerSecond / concurrency) * 0.98),
    decodeSpeed: figure('tok/s', tokensPerSecond / concurrency),
    concurrency: {
      mean: figure('requests', concurrency),
      min: figure('requests', concurrency),
      max: figure('requests', concurrency),
    },
    errorRate: figure('share', 0),
  };
}

function unknownDistributions(reason: string): Distributions {
  const unknown = unknownDistribution(reason);
  return {
    startLag: unknown,
    connectTime: unknown,
    ttft: unknown,
    ttftResponse: unknown,
    ttfa: unknown,
    timeToFirstText: unknown,
    tpot: unknown,
    ntpot: unknown,
    chunkGap: unknown,
    tokenGap: unknown,
    maxStall: unknown,
    e2e: unknown,
    e2eResponse: unknown,
  };
}
