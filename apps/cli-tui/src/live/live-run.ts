import type { EndedStage, PlannedStage, StagePhase } from '@kneepoint/core';

/** Times of a window of the stage that runs, in microseconds, known to 6 %; `null` where there was none. */
export type LiveLatency = {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Neighbouring coarse buckets, put together until they are few enough to draw; times in microseconds. */
  readonly bars: readonly { readonly from: number; readonly to: number; readonly count: number }[];
};

/** Why a running stage's figures may not be trusted, in the order of weight; texts come from the words of the language. */
export type LiveDoubt = {
  readonly code: 'client-busy' | 'start-lag' | 'dropped' | 'late' | 'errors' | 'few-samples';
  readonly value: number;
  readonly limit: number;
};

/** The stage that runs, as a screen draws it. */
export type LiveStage = {
  readonly stage: PlannedStage;
  /** Of all stages, from 0. */
  readonly position: number;
  readonly elapsedSeconds: number;
  readonly phase: StagePhase;
  /** 0 to 1; `null` where nobody knows how long it will take. */
  readonly done: number | null;
  readonly secondsLeft: number | null;
  readonly inFlight: number;
  /** What the plan wants in flight: the users of a closed loop; `null` in an open one. */
  readonly plannedInFlight: number | null;
  readonly completed: number;
  readonly failed: number;
  readonly tokensPerSecond: number;
  /** Tokens per second, one value a second, the newest last. */
  readonly rates: readonly number[];
  readonly requestsPerSecond: number;
  readonly ttft: LiveLatency;
  readonly tokenGap: LiveLatency;
  readonly errors: readonly { readonly class: string; readonly count: number }[];
  readonly verdict: 'valid' | 'suspect' | 'invalid' | 'too-early';
  readonly doubts: readonly LiveDoubt[];
};

/** A stage of the plan and what came of it. */
export type LiveCell = {
  readonly stage: PlannedStage;
  readonly state: 'waiting' | 'running' | 'ended';
  /** `null` until it has ended. */
  readonly ended: EndedStage | null;
};

/** A target of the run: what it is, once it said so, and how its server fares where an agent deploys it. */
export type LiveTarget = {
  readonly name: string;
  /** `vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat, http://...`; `null` before it answered. */
  readonly description: string | null;
  readonly state: 'unknown' | 'starting' | 'ready' | 'failed' | 'stopped' | 'kept';
  readonly reason: string | null;
};

/** What the server that is under load says of itself; `null` where it does not say. */
export type LiveServer = {
  readonly target: string;
  readonly running: number | null;
  readonly waiting: number | null;
  /** 0 to 1. */
  readonly kvUse: number | null;
};

/** One GPU of the serving host; bytes, 0 to 1, watts, degrees Celsius. */
export type LiveGpu = {
  readonly name: string;
  readonly memoryUsed: number | null;
  readonly memoryTotal: number | null;
  readonly utilization: number | null;
  readonly power: number | null;
  readonly temperature: number | null;
};

/** A line of the log of events; `at` in milliseconds since the epoch. */
export type LiveLine = {
  readonly at: number;
  readonly kind: 'note' | 'target' | 'stage' | 'server' | 'problem';
  readonly text: string;
};

/** How many seconds the live latencies look back over; `null` is the whole stage. */
export type LiveWindow = 1 | 5 | 10 | 30 | 60 | null;

/** A run as far as it has come: all that a screen draws, and nothing that it has to work out. Made by `reduceRun` from events. */
export type LiveRun = {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly now: number;
  readonly targets: readonly LiveTarget[];
  /** In the order in which they run. A search adds them as it goes. */
  readonly cells: readonly LiveCell[];
  /** `null` where nobody knows before how many there will be. */
  readonly total: number | null;
  /** `null` between stages. */
  readonly stage: LiveStage | null;
  readonly server: LiveServer | null;
  readonly gpus: readonly LiveGpu[];
  /** Seconds until the whole plan is done, from what its stages take; `null` where that is not known. */
  readonly secondsLeft: number | null;
  readonly held: boolean;
  readonly ending: 'no' | 'draining' | 'cutting';
  /** Why the events stopped coming, while an agent cannot be reached. */
  readonly disconnected: string | null;
  readonly window: LiveWindow;
  readonly log: readonly LiveLine[];
};
