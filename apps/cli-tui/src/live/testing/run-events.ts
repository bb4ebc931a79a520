import {
  coarseBucket,
  type EndedStage,
  fixedNumber,
  type LiveProgress,
  micros,
  type PlannedStage,
  type ProgressField,
  type Target,
} from '@kneepoint/core';
import { english } from '../../words/english.ts';
import { type RunState, startRun } from '../run-state.ts';
import type { WatchedEvent } from '../watched-event.ts';

/** A closed loop of four users at `vllm` for ten seconds, one request a user before. */
export const usersStage = (changes: Partial<PlannedStage> = {}): PlannedStage => ({
  id: 'users-4',
  target: 'vllm',
  suite: 'concurrency',
  repeat: 1,
  load: { loop: 'closed', users: 4, thinkTime: null },
  stop: { kind: 'duration', micros: micros(10_000_000) },
  warmup: { kind: 'requests', count: 4 },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: fixedNumber(200),
  outputTokens: fixedNumber(100),
  keepExcerpts: false,
  ...changes,
});

/** Two requests a second for ten seconds, without a warm-up. */
export const rateStage = (changes: Partial<PlannedStage> = {}): PlannedStage =>
  usersStage({
    id: 'rate-2',
    suite: 'rate',
    load: { loop: 'open', arrivals: { kind: 'poisson', requestsPerSecond: 2 } },
    warmup: { kind: 'requests', count: 0 },
    ...changes,
  });

type ProgressParts = Partial<Omit<LiveProgress, 'fields' | 'latencies'>> & {
  readonly fields?: Partial<Record<ProgressField, number>>;
  readonly latencies?: Partial<LiveProgress['latencies']>;
};

/** Totals of a stage: what is not named is zero. */
export const progressWith = ({ fields, latencies, ...rest }: ProgressParts = {}): LiveProgress => ({
  fields: {
    dispatched: 0,
    completed: 0,
    failed: 0,
    events: 0,
    tokens: 0,
    inFlight: 0,
    firstTokens: 0,
    firstTokenSum: 0,
    ...fields,
  },
  phase: 'measuring',
  latencies: { ttft: [], tokenGap: [], startLag: [], ...latencies },
  errors: {},
  dropped: 0,
  late: 0,
  clientCpu: null,
  ...rest,
});

/** Counts of a time in microseconds. */
export const counted = (timeMicros: number, count: number): number[] => [coarseBucket(timeMicros), count];

/** A stage that came to its end, valid. */
export const endedWith = (changes: Partial<EndedStage> = {}): EndedStage => ({
  id: 'users-4',
  target: 'vllm',
  status: 'completed',
  statusReason: null,
  verdict: 'valid',
  reasons: [],
  figures: {
    outputThroughput: 812.4,
    requestThroughput: 8.1,
    errorRate: 0,
    ttftP50: 51_000,
    ttftP95: null,
    ttftP99: null,
    tokenGapP50: 9_900,
    tokenGapP99: null,
  },
  ...changes,
});

const unknownFigure = { kind: 'unknown', value: null, reason: 'not asked' } as never;

/** What a server of vLLM said of itself. */
export const targetWith = (changes: Partial<Target> = {}): Target => ({
  name: 'vllm',
  engine: 'vllm',
  simulated: false,
  version: '0.11.0',
  api: 'openai-chat',
  url: 'http://127.0.0.1:8001',
  model: 'Qwen/Qwen3-8B',
  maxModelLength: 4096,
  serverConfig: null,
  initTime: unknownFigure,
  memory: { empty: unknownFigure, loaded: unknownFigure, inference: unknownFigure, peak: unknownFigure },
  memoryPhases: [],
  deployment: null,
  startup: null,
  software: null,
  modelShape: null,
  notes: [],
  ...changes,
});

/** A run that started at 0, in English. */
export const newState = (): RunState => startRun({ name: 'test', at: 0, words: english });

/** An event of each kind that a run, a job or a person brings about. */
export const everyEvent: { readonly [Kind in WatchedEvent['kind']]: Extract<WatchedEvent, { kind: Kind }> } =
  {
    planned: { kind: 'planned', stages: [usersStage(), rateStage()], done: [endedWith()] },
    'target-found': { kind: 'target-found', target: targetWith() },
    'stage-started': { kind: 'stage-started', stage: usersStage(), position: 0, total: 2 },
    progress: {
      kind: 'progress',
      stage: 'users-4',
      ...progressWith({
        fields: { completed: 3 },
        latencies: { ttft: counted(51_000, 3) },
        errors: { timeout: 2 },
        clientCpu: 0.25,
      }),
    },
    server: {
      kind: 'server',
      target: 'vllm',
      sample: { running: { mean: 4, max: 4 }, waiting: null, kvUse: { mean: 0.5, max: 0.6 } },
    },
    'stage-ended': {
      kind: 'stage-ended',
      stage: endedWith({
        reasons: [{ code: 'errors', message: '2 % of the requests failed', value: 0.02, limit: 0.01 }],
      }),
    },
    held: { kind: 'held', held: true },
    note: { kind: 'note', text: 'the prefix cache of vllm was not cleared' },
    deployment: { kind: 'deployment', target: 'vllm', state: 'failed', reason: 'it ended with code 1' },
    state: { kind: 'state', state: 'measuring', reason: null },
    log: { kind: 'log', target: 'vllm', line: 'INFO: started' },
    gpus: {
      kind: 'gpus',
      gpus: [
        {
          name: 'RTX 5090',
          memoryUsed: 1e9,
          memoryTotal: 32e9,
          utilization: 0.9,
          power: 400,
          temperature: null,
        },
      ],
    },
    connection: { kind: 'connection', lost: 'the stream ended before the job' },
    ending: { kind: 'ending', how: 'draining' },
  };
