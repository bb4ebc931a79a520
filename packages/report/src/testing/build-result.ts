import {
  type Comparison,
  noAnalysis,
  type Result,
  resultSchema,
  type Stage,
  type Target,
} from '@kneepoint/core';
import { figure, unknownFigure } from './build-stage.ts';

/** A target of the given name; `changes` replaces whole fields. */
export function buildTarget(name: string, changes: Partial<Target> = {}): Target {
  const notWatched = unknownFigure('bytes', 'no GPU was watched');
  return {
    name,
    engine: 'other',
    simulated: false,
    version: '1.2.3',
    api: 'openai-chat',
    url: 'http://127.0.0.1:8001',
    model: 'Qwen/Qwen3-8B',
    maxModelLength: 4096,
    serverConfig: null,
    initTime: figure('s', 45),
    memory: { empty: notWatched, loaded: notWatched, inference: notWatched, peak: notWatched },
    memoryPhases: [],
    deployment: null,
    startup: null,
    software: null,
    modelShape: null,
    notes: [],
    ...changes,
  };
}

/** A comparison of two targets' output throughput; the verdict follows from the interval. */
export function buildComparison(
  choice: Pick<Comparison, 'baseline' | 'candidate' | 'baselineValue' | 'candidateValue' | 'load'>,
  changes: Partial<Comparison> = {},
): Comparison {
  const ratio = (choice.candidateValue ?? 0) / (choice.baselineValue ?? 1);
  return {
    metric: 'outputThroughput',
    suite: 'concurrency',
    level: null,
    language: 'en',
    ...choice,
    unit: 'tok/s',
    better: 'higher',
    ratio,
    repeats: 3,
    interval: {
      low: ratio * 0.97,
      high: ratio * 1.03,
      method: 't over 3 repeats',
      over: 'repeats',
      values: { baseline: 3, candidate: 3 },
    },
    probability: 0.001,
    adjusted: { method: 'holm', comparisons: 1, probability: 0.001 },
    detectableRatio: 1.04,
    distribution: null,
    winner: ratio < 1 ? choice.baseline : choice.candidate,
    verdict: ratio < 1 ? 'baseline' : 'candidate',
    reason: null,
    reasonCode: null,
    ...changes,
  };
}

/** A result that the schema accepts; throws (by zod) when the choice makes one that it does not. */
export function buildResult(
  stages: readonly Stage[],
  targets: readonly Target[],
  changes: Partial<Result> = {},
): Result {
  return resultSchema.parse({
    schema: 'kneepoint.result/1',
    source: { kind: 'measured' },
    id: '01k2z7-qwen3-8b',
    name: 'qwen3-8b',
    createdAt: '2026-11-24T06:00:00.000Z',
    tool: { version: '0.1.0', node: '26.9.0', commit: null },
    command: 'kneepoint compare plan.yaml',
    plan: { version: 1, name: 'qwen3-8b', repeats: 3 },
    seed: '42',
    salt: '9f3c21aa',
    environment: {
      host: 'bench-host',
      os: 'Debian GNU/Linux 12',
      kernel: '6.15.10',
      cpu: { model: 'AMD Ryzen 9 9950X', cores: 32 },
      memory: { unit: 'bytes', total: 137_438_953_472 },
      gpus: [],
      docker: null,
      python: null,
      limits: { cores: null, memory: null },
      reasons: { gpus: 'nvidia-smi was not found' },
    },
    targets,
    failures: [],
    knownProblems: [],
    stages,
    samples: [],
    requests: { file: null, count: stages.reduce((sum, stage) => sum + (stage.counts?.completed ?? 0), 0) },
    analysis: noAnalysis,
    thresholds: [],
    exit: { code: 0, reason: 'completed' },
    ...changes,
  });
}
