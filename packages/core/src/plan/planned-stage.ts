import type { Micros } from '../units/units.ts';
import type { Language } from './language.ts';

/** How arrivals follow one another in an open loop. */
export const arrivalKinds = ['constant', 'poisson'] as const;
/** One of them. */
export type ArrivalKind = (typeof arrivalKinds)[number];

/** A suite of a plan, or `bench` for a one-off run made of flags. */
export type StageSuite = 'bench' | 'single-user' | 'concurrency' | 'languages' | 'rate';

/** How requests are started: N users who each wait for their answer, or arrivals at a rate whatever the answers do. */
export type PlannedLoad =
  | { readonly loop: 'closed'; readonly users: number }
  | { readonly loop: 'open'; readonly requestsPerSecond: number; readonly arrivals: ArrivalKind };

/** A number of requests, or a time in microseconds. */
export type StageLimit =
  | { readonly kind: 'requests'; readonly count: number }
  | { readonly kind: 'duration'; readonly micros: Micros };

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
  readonly warmup: StageLimit;
  readonly language: Language;
  /** Tokens of the user's text; `null` leaves the prompt at its natural length. */
  readonly inputTokens: number | null;
  /** The number of tokens that each request asks for. */
  readonly outputTokens: number;
  /** Whether some answers are kept for a reader. */
  readonly keepExcerpts: boolean;
};
