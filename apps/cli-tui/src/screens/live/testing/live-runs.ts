import type { LiveCell, LiveRun } from '../../../live/live-run.ts';
import {
  endedCell,
  gpu,
  log,
  noLatency,
  plannedStage,
  running,
  runningStage,
  startedAt,
  target,
  waiting,
} from './live-parts.ts';

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
