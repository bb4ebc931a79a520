import { fixedNumber, type Micros, type PlannedStage, stageId } from '@kneepoint/core';
import type {
  LiveCell,
  LiveGpu,
  LiveLatency,
  LiveLine,
  LiveStage,
  LiveTarget,
} from '../../../live/live-run.ts';

export const startedAt = Date.UTC(2026, 10, 24, 9, 0, 0);

/** A stage as a plan makes it. */
export function plannedStage(level: {
  readonly suite?: PlannedStage['suite'];
  readonly place?: string;
  readonly target: string;
  readonly users: number;
  readonly repeat?: number;
  readonly language?: string;
}): PlannedStage {
  const { suite = 'concurrency', target, users, repeat = 1, language = 'en' } = level;
  const place = level.place ?? `2-${suite}/${users}-users-${language}`;
  return {
    id: stageId(place, target, repeat),
    target,
    suite,
    repeat,
    load: { loop: 'closed', users, thinkTime: null },
    stop: { kind: 'duration', micros: 60_000_000 as Micros },
    warmup: { kind: 'requests', count: 0 },
    language,
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: fixedNumber(200),
    outputTokens: fixedNumber(128),
    keepExcerpts: false,
  };
}

/** A stage that ended with so many tokens per second; `null` where it has no figure. */
export function endedCell(
  stage: PlannedStage,
  tokensPerSecond: number | null,
  verdict: 'valid' | 'suspect' | 'invalid' = 'valid',
): LiveCell {
  return {
    stage,
    state: 'ended',
    ended: {
      id: stage.id,
      target: stage.target,
      status: tokensPerSecond === null ? 'failed' : 'completed',
      statusReason: null,
      verdict,
      reasons: [],
      figures: {
        outputThroughput: tokensPerSecond,
        requestThroughput: tokensPerSecond === null ? null : tokensPerSecond / 128,
        errorRate: 0,
        ttftP50: 120_000,
        ttftP95: 220_000,
        ttftP99: 260_000,
        tokenGapP50: 12_000,
        tokenGapP99: 19_000,
      },
    },
  };
}

export const waiting = (stage: PlannedStage): LiveCell => ({ stage, state: 'waiting', ended: null });
export const running = (stage: PlannedStage): LiveCell => ({ stage, state: 'running', ended: null });

/** Times that rise and fall around a middle, in microseconds. */
function latencyAround(middle: number, count: number): LiveLatency {
  const bars = Array.from({ length: 24 }, (_, index) => ({
    from: Math.round(middle * 2 ** ((index - 10) / 8)),
    to: Math.round(middle * 2 ** ((index - 9) / 8)),
    count: Math.round(count * Math.exp(-((index - 10) ** 2) / 18) * 0.14 + (index === 19 ? count * 0.02 : 0)),
  }));
  return {
    count,
    p50: middle,
    p95: count < 59 ? null : middle * 1.8,
    p99: count < 459 ? null : middle * 2.2,
    bars: count === 0 ? [] : bars,
  };
}

export const noLatency: LiveLatency = { count: 0, p50: null, p95: null, p99: null, bars: [] };

/** A stage that has been measured for a while. */
export function runningStage(stage: PlannedStage, changes: Partial<LiveStage> = {}): LiveStage {
  return {
    stage,
    position: 13,
    elapsedSeconds: 37.4,
    phase: 'measuring',
    done: 0.617,
    secondsLeft: 22.6,
    inFlight: 48,
    plannedInFlight: 50,
    completed: 1204,
    failed: 0,
    tokensPerSecond: 2811.4,
    rates: [310, 900, 1700, 2300, 2600, 2750, 2790, 2810, 2640, 2800, 2820, 2830, 2810, 2790, 2805, 2811],
    requestsPerSecond: 21.9,
    ttft: latencyAround(143_000, 612),
    tokenGap: latencyAround(15_300, 78_000),
    errors: [],
    verdict: 'valid',
    doubts: [],
    ...changes,
  };
}

export const target = (name: string, description: string | null): LiveTarget => ({
  name,
  description,
  state: 'unknown',
  reason: null,
});

export const gpu: LiveGpu = {
  name: 'NVIDIA GeForce RTX 5090',
  memoryUsed: 30_900_000_000,
  memoryTotal: 34_190_000_000,
  utilization: 0.98,
  power: 541.2,
  temperature: 71,
};

export const log: readonly LiveLine[] = [
  { at: startedAt + 1_000, kind: 'target', text: 'vllm: vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat' },
  { at: startedAt + 2_000, kind: 'target', text: 'sglang: SGLang 0.5.2, Qwen/Qwen3-8B, sglang-generate' },
  { at: startedAt + 3_000, kind: 'stage', text: 'started: vllm, 5 users' },
  { at: startedAt + 63_000, kind: 'stage', text: 'done: vllm, 5 users, 372 tok/s, valid' },
  { at: startedAt + 130_000, kind: 'problem', text: 'sglang, 10 users: 3 of 412 requests failed' },
  { at: startedAt + 700_000, kind: 'stage', text: 'started: vllm, 50 users, repeat 2' },
];
