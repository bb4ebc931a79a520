import { fixedNumber, type Micros, type PlannedStage, stageId } from '@kneepoint/core';
import type {
  LiveCell,
  LiveGpu,
  LiveLatency,
  LiveLine,
  LiveRun,
  LiveStage,
  LiveTarget,
} from '../../../live/live-run.ts';

const startedAt = Date.UTC(2026, 10, 24, 9, 0, 0);

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

const waiting = (stage: PlannedStage): LiveCell => ({ stage, state: 'waiting', ended: null });
const running = (stage: PlannedStage): LiveCell => ({ stage, state: 'running', ended: null });

/** Times that rise and fall around a middle, in microseconds. */
export function latencyAround(middle: number, count: number): LiveLatency {
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

const noLatency: LiveLatency = { count: 0, p50: null, p95: null, p99: null, bars: [] };

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

const target = (name: string, description: string | null): LiveTarget => ({
  name,
  description,
  state: 'unknown',
  reason: null,
});

const gpu: LiveGpu = {
  name: 'NVIDIA GeForce RTX 5090',
  memoryUsed: 30_900_000_000,
  memoryTotal: 34_190_000_000,
  utilization: 0.98,
  power: 541.2,
  temperature: 71,
};

const log: readonly LiveLine[] = [
  { at: startedAt + 1_000, kind: 'target', text: 'vllm: vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat' },
  { at: startedAt + 2_000, kind: 'target', text: 'sglang: SGLang 0.5.2, Qwen/Qwen3-8B, sglang-generate' },
  { at: startedAt + 3_000, kind: 'stage', text: 'started: vllm, 5 users' },
  { at: startedAt + 63_000, kind: 'stage', text: 'done: vllm, 5 users, 372 tok/s, valid' },
  { at: startedAt + 130_000, kind: 'problem', text: 'sglang, 10 users: 3 of 412 requests failed' },
  { at: startedAt + 700_000, kind: 'stage', text: 'started: vllm, 50 users, repeat 2' },
];

const idle: LiveRun = {
  name: 'qwen3-8b-rtx5090',
  startedAt,
  now: startedAt + 1_500,
  targets: [target('vllm', null), target('sglang', null)],
  cells: [],
  total: null,
  stage: null,
  server: null,
  gpus: [],
  secondsLeft: null,
  held: false,
  ending: 'no',
  disconnected: null,
  window: 10,
  log: [],
};

const levels = [1, 5, 10, 20, 50] as const;
const speeds = { vllm: [80, 372, 701, 1325, 2830], sglang: [49, 139, 189, 246, 267] } as const;

/** The cells of a comparison of two targets in three repeats, as far as `done` stages have ended. */
function comedCells(done: number, names: readonly [string, string]): readonly LiveCell[] {
  const stages = [1, 2, 3].flatMap((repeat) =>
    levels.flatMap((users, level) =>
      (repeat % 2 === 1 ? [0, 1] : [1, 0]).map((place) => ({
        level,
        place,
        stage: plannedStage({
          target: names[place] ?? '',
          users,
          repeat,
          suite: users === 1 ? 'single-user' : 'concurrency',
        }),
      })),
    ),
  );
  return stages.map(({ stage, level, place }, index) => {
    if (index === done) return running(stage);
    if (index > done) return waiting(stage);
    const speed = (place === 0 ? speeds.vllm : speeds.sglang)[level] ?? 0;
    const verdict = place === 1 && level === 2 ? 'suspect' : 'valid';
    return endedCell(stage, speed * (1 + 0.01 * stage.repeat), verdict);
  });
}

function comparison(names: readonly [string, string], done: number): LiveRun {
  const cells = comedCells(done, names);
  const cell = cells[done];
  if (cell === undefined) throw new RangeError('a stage of the comparison must run');
  return {
    ...idle,
    now: startedAt + 737_400,
    targets: [
      target(names[0], 'vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat, http://127.0.0.1:8001'),
      target(names[1], 'SGLang 0.5.2, Qwen/Qwen3-8B, sglang-generate, http://127.0.0.1:8002'),
    ],
    cells,
    total: cells.length,
    stage: runningStage(cell.stage, { position: done }),
    server: { target: cell.stage.target, running: 48, waiting: 2, kvUse: 0.41 },
    gpus: [gpu],
    secondsLeft: 612,
    log,
  };
}

const mid = comparison(['vllm', 'sglang'], 19);
const bench = plannedStage({ suite: 'bench', target: 'server', users: 16, place: '1-bench/16-users' });

/** The run has begun, nothing has answered. */
export const startOfRun: LiveRun = idle;

/** A comparison of two targets with three repeats, in the middle of the second. */
export const midComparison: LiveRun = mid;

/** A stage with failures, dropped samples and a busy client. */
export const troubledRun: LiveRun = {
  ...mid,
  gpus: [],
  server: null,
  stage: runningStage(mid.stage?.stage ?? bench, {
    position: 19,
    failed: 87,
    errors: [
      { class: 'http-status', count: 61 },
      { class: 'timeout', count: 22 },
      { class: 'in-stream', count: 4 },
    ],
    verdict: 'invalid',
    doubts: [
      { code: 'client-busy', value: 0.97, limit: 0.95 },
      { code: 'errors', value: 0.067, limit: 0.01 },
    ],
  }),
};

/** A search for capacity: nobody knows how many stages there will be. */
export const capacitySearch: LiveRun = {
  ...idle,
  name: 'capacity http://127.0.0.1:8000',
  now: startedAt + 185_000,
  targets: [target('server', 'vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat')],
  cells: [
    ...[1, 2, 4, 8, 16, 32, 64].map((users, index) =>
      endedCell(
        plannedStage({ suite: 'capacity', target: 'server', users, place: `capacity/${users}-users` }),
        78 * users * 0.94 ** index,
        users === 64 ? 'invalid' : 'valid',
      ),
    ),
    running(plannedStage({ suite: 'capacity', target: 'server', users: 48, place: 'capacity/48-users' })),
  ],
  stage: runningStage(
    plannedStage({ suite: 'capacity', target: 'server', users: 48, place: 'capacity/48-users' }),
    {
      position: 7,
      phase: 'warmup',
      done: null,
      secondsLeft: null,
      elapsedSeconds: 4.2,
      verdict: 'too-early',
      ttft: noLatency,
      tokenGap: noLatency,
      doubts: [{ code: 'few-samples', value: 3, limit: 96 }],
    },
  ),
};

/** A job on an agent that cannot be reached at the moment. */
export const disconnectedRun: LiveRun = { ...mid, disconnected: 'read ECONNRESET' };

/** Two Korean names of targets. */
export const koreanRun: LiveRun = {
  ...comparison(['브이엘엘엠 운영 서버', '에스지랭 시험 서버'], 19),
  name: '큐원3-8B 동시 사용자 비교',
};

const hostile =
  '\u001b[2J\u001b]0;owned\u0007\u202eevil\u0000 \u{1f469}\u200d\u{1f469}\u200d\u{1f467}\n⚡'.repeat(4);

/** Everything that others may have written tries to break the screen. */
export const hostileRun: LiveRun = {
  ...comparison([`a${hostile}`, `b${hostile}`], 18),
  name: hostile,
  disconnected: hostile,
  gpus: [{ ...gpu, name: hostile }],
  log: Array.from({ length: 40 }, (_, index) => ({
    at: startedAt + index * 1000,
    kind: 'problem' as const,
    text: hostile,
  })),
  stage: runningStage(plannedStage({ target: `a${hostile}`, users: 50, repeat: 2 }), {
    position: 18,
    errors: [
      { class: hostile, count: 3 },
      { class: 'constructor', count: 1 },
    ],
  }),
};

/** A single stage of `bench`, draining. */
export const drainingBench: LiveRun = {
  ...idle,
  name: 'bench http://127.0.0.1:8000',
  now: startedAt + 62_000,
  targets: [target('server', 'other, model, openai-chat')],
  cells: [running(bench)],
  total: 1,
  stage: runningStage(bench, {
    position: 0,
    phase: 'draining',
    done: 1,
    secondsLeft: 0,
    inFlight: 7,
    plannedInFlight: 16,
  }),
  ending: 'draining',
};
