import type { Micros } from '../units/units.ts';
import type { ArrivalPlan } from './arrival-plan.ts';
import type { NumberDistribution } from './number-distribution.ts';
import type { PromptPlan } from './prompt-plan.ts';

/** The suites of a plan, and `bench`, `capacity`, `calibrate` and `audit` for runs made of flags. */
export const stageSuites = [
  'bench',
  'single-user',
  'concurrency',
  'languages',
  'rate',
  'arrivals',
  'context',
  'capacity',
  'calibrate',
  'audit',
] as const;
/** One of them. */
export type StageSuite = (typeof stageSuites)[number];

/** How requests are started: N users who each wait for their answer, or arrivals whatever the answers do. */
export type PlannedLoad =
  | {
      readonly loop: 'closed';
      readonly users: number;
      /** Pause between an answer's end and the user's next request, in microseconds; `null` for none. */
      readonly thinkTime: NumberDistribution | null;
    }
  | { readonly loop: 'open'; readonly arrivals: ArrivalPlan };

/** What becomes of an arrival when as many requests are in flight as the cap allows. */
export type CapPolicy = 'drop' | 'late';

/** A number of requests, or a time in microseconds. */
export type StageLimit =
  | { readonly kind: 'requests'; readonly count: number }
  | { readonly kind: 'duration'; readonly micros: Micros };

/** A warm-up's end; `steady` ends it when throughput and first-token times have settled, at the latest after `micros`. */
export type WarmupLimit = StageLimit | { readonly kind: 'steady'; readonly micros: Micros };

/**
 * One load level at one target in one repeat: all that a run needs to know to drive it.
 * Plans and the flags of `bench` both produce it. `stop` counts measured requests, the warm-up not included.
 */
export type PlannedStage = {
  /** Unique in the plan and stable between runs of it, so that a stopped run can be continued. */
  readonly id: string;
  /** The target's name. */
  readonly target: string;
  readonly suite: StageSuite;
  /** From 1. */
  readonly repeat: number;
  readonly load: PlannedLoad;
  readonly stop: StageLimit;
  /** A limit of 0 means no warm-up. */
  readonly warmup: WarmupLimit;
  /** The ISO 639 code of the prompts' language. */
  readonly language: string;
  readonly prompts: PromptPlan;
  /** Whether each prompt carries a salt of its own; without one, answers may come out of the server's caches. */
  readonly salted: boolean;
  /** Tokens of the user's text; `null` leaves the prompt at its natural length. */
  readonly inputTokens: NumberDistribution | null;
  /** The number of tokens that a request asks for. */
  readonly outputTokens: NumberDistribution;
  /** Whether some answers are kept for a reader. */
  readonly keepExcerpts: boolean;
};
