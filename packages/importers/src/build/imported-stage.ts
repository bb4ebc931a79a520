import {
  type Distributions,
  type Figure,
  importedTrust,
  type Metrics,
  type Stage,
  type StageLoad,
  stageId,
  unknown,
} from '@kneepoint/core';
import { unknownDistribution } from './distributions.ts';
import type { StageFacts } from './stage-facts.ts';

/** Whose level it is. */
export type StageOwner = { readonly target: string; readonly repeat: number };

const noLengths: Stage['lengths']['input'] = {
  unit: 'tokens',
  count: 0,
  mean: null,
  min: null,
  p50: null,
  p95: null,
  max: null,
};

/**
 * A stage of what a source says. The figures are those of its whole run, ramp and drain inside, for that is all that
 * sources have; they stand under `metrics`, too, which is what reports read, and the window says why there is none.
 */
export function importedStage(facts: StageFacts, { target, repeat }: StageOwner): Stage {
  const metrics = metricsOf(facts);
  return {
    id: stageId(placeOf(facts), target, repeat),
    target,
    suite: facts.suite,
    repeat,
    language: facts.language,
    ...facts.status,
    load: facts.load,
    prompts: null,
    startedAt: facts.startedAt,
    window: { start: null, end: null, reason: facts.windowReason, whole: null },
    warmup: null,
    counts: facts.counts,
    windowCounts: null,
    errors: facts.errors,
    metrics,
    whole: { metrics },
    cold: { count: null, metrics: distributionsOf({}, 'the source does not tell cold requests apart') },
    goodput: [],
    classes: [],
    lengths: { input: noLengths, output: noLengths, ...facts.lengths },
    tokens: tokensOf(facts),
    finishReasons: {},
    generator: null,
    server: null,
    gpu: null,
    crossCheck: [],
    series: [],
    excerpts: [...facts.excerpts],
    quality: facts.quality,
    trust: importedTrust(),
  };
}

function tokensOf({ tokens, missing }: StageFacts): Stage['tokens'] {
  return {
    source: 'unknown',
    input: null,
    output: null,
    reasoning: null,
    cached: null,
    events: null,
    requestsWithoutCount: null,
    unseen: null,
    reason: `of stream events nothing is known: ${missing}`,
    ...tokens,
  };
}

/** The place of a level, as a plan of these suites would name it. */
export function placeOf({ suite, load, language }: Pick<StageFacts, 'suite' | 'load' | 'language'>): string {
  if (suite === 'single-user') return '1-single-user/one-user';
  if (suite === 'languages') return `3-languages/${language}`;
  return `2-${suite}/${levelName(load)}`;
}

function levelName(load: StageLoad): string {
  if (load.loop === 'closed') return `${load.users}-users`;
  const { arrivals } = load;
  if (arrivals.kind === 'at-once') return `${arrivals.count}-at-once`;
  return `${load.requestsPerSecond ?? 'any'}-per-second-${arrivals.kind}`;
}

function metricsOf({ latencies, figures, concurrency, missing }: StageFacts): Metrics {
  const figure = (name: keyof StageFacts['figures'], unit: string): Figure =>
    figures[name] ?? unknown(unit, missing);
  const noConcurrency = unknown('requests', missing);
  return {
    ...distributionsOf(latencies, missing),
    outputThroughput: figure('outputThroughput', 'tok/s'),
    inputThroughput: figure('inputThroughput', 'tok/s'),
    totalThroughput: figure('totalThroughput', 'tok/s'),
    requestThroughput: figure('requestThroughput', 'req/s'),
    throughputPerUser: figure('throughputPerUser', 'tok/s'),
    requestSpeed: figure('requestSpeed', 'tok/s'),
    decodeSpeed: figure('decodeSpeed', 'tok/s'),
    concurrency: {
      mean: concurrency.mean ?? noConcurrency,
      min: concurrency.min ?? noConcurrency,
      max: concurrency.max ?? noConcurrency,
    },
    errorRate: figure('errorRate', 'share'),
  };
}

function distributionsOf(known: Partial<Distributions>, missing: string): Distributions {
  const nothing = unknownDistribution(missing);
  return {
    startLag: nothing,
    connectTime: nothing,
    ttft: nothing,
    ttftResponse: nothing,
    ttfa: nothing,
    timeToFirstText: nothing,
    tpot: nothing,
    ntpot: nothing,
    chunkGap: nothing,
    tokenGap: nothing,
    maxStall: nothing,
    e2e: nothing,
    e2eResponse: nothing,
    ...known,
  };
}
