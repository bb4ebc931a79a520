import type { Finding, Stage } from '@kneepoint/core';
import type { Named, Outcome, TypicalTime } from './statement-parts.ts';

type Verdict = Stage['trust']['verdict'];

/** By how much the same target is ahead at lighter levels: from the least to the greatest ratio, over a span of users. */
export type LighterLevels = {
  readonly fewestUsers: number;
  readonly mostUsers: number;
  readonly least: number;
  readonly greatest: number;
};

/** What an interval of one repeat was drawn from. */
type Basis = NonNullable<Finding['standing']>['over'];

/** A target's share of the limit with its speed; `suite` is the name of the suite where it is not the single user's. */
export type ReachedShare = Named & { readonly tokensPerSecond: number; readonly suite: string | null };

/** The sentences of the summary's findings; each has its numbers in it. */
export type Findings = {
  readonly singleUserTarget: (target: string, ttft: TypicalTime | null, tokensPerSecond: number) => string;
  /** `notSteady` is the target whose figure is lower than what each of several users gets. */
  readonly singleUserOutcome: (
    outcome: Outcome,
    speeds: readonly Named[],
    notSteady: string | null,
  ) => string;
  readonly peak: (target: string, users: number, tokensPerSecond: number, perUser: number) => string;
  readonly peakOutcome: (
    users: number,
    outcome: Outcome,
    rates: readonly Named[],
    lighter: LighterLevels | null,
  ) => string;
  /** The place of an interval of 95 %, or of the measured levels between which it lies. */
  readonly crossover: (
    below: string,
    above: string,
    users: number,
    span: { readonly low: number; readonly high: number; readonly isInterval: boolean } | null,
  ) => string;
  readonly growth: (fromUsers: number, toUsers: number, growths: readonly Named[]) => string;
  readonly firstTokenUnderLoad: (users: number, worst: readonly Named[], percentile: string) => string;
  readonly startUp: (seconds: readonly Named[]) => string;
  /** With one user, or at the heaviest load; `less` is the leaner of two with the bytes between them. */
  readonly memory: (phase: 'inference' | 'peak', bytes: readonly Named[], less: Named | null) => string;
  /** Shares of what the accelerator allows at most at a number of users, tok/s. */
  readonly physicalLimit: (
    users: number,
    limit: number,
    accelerator: string,
    shares: readonly ReachedShare[],
  ) => string;
  readonly rate: (
    target: string,
    requestsPerSecond: number,
    ttftMicros: number,
    percentile: string,
  ) => string;
  /** `level` and the ends of its interval are already written, each `null` where nothing bounds it. */
  readonly capacity: (
    target: string,
    slo: string,
    level: string,
    low: string | null,
    high: string | null,
  ) => string;
  readonly targetNotMeasured: (target: string, reason: string) => string;
  readonly everyStageFailed: (target: string, stages: number, reason: string) => string;
  /** What a finding stands on; `over` says what the interval of a single repeat was drawn from. */
  readonly repeats: (repeats: number, verdict: Verdict, over: Basis) => string;
  /** Concurrency was measured, but no level can be used. */
  readonly noUsableLevel: string;
  /** `failed` of `stages` stages failed, the first one for `reason`. */
  readonly nothing: (stages: number, failed: number, reason: string) => string;
};

/** The sentences of what not to conclude. */
export type Cautions = {
  readonly simulated: (targets: readonly string[]) => string;
  /** The tool that wrote the source, `null` for a person's document. */
  readonly imported: (tool: string | null, files: string) => string;
  /** So many results, measured between two instants. */
  readonly combined: (results: number, from: string, to: string) => string;
  readonly aboveLimit: (target: string, users: number, measured: number, limit: number) => string;
  /** One user alone gets less than each of several. */
  readonly notSteady: (target: string, alone: number, users: number, each: number) => string;
  /** Several places share one sentence; its reasons then carry the worst figures of them. */
  readonly untrusted: (
    places: readonly string[],
    morePlaces: number,
    verdict: 'suspect' | 'invalid',
    reasons: readonly string[],
  ) => string;
  readonly where: (target: string, level: string, repeats: readonly number[]) => string;
  readonly oneRepeat: string;
  /** `levels` are those without the percentile, of `total`. */
  readonly tooFewSamples: (percentile: string, levels: readonly string[], total: number) => string;
  readonly differentModels: (models: readonly string[]) => string;
  /** Targets that were not measured at these levels; `more` levels are not named. */
  readonly differentLevels: (targets: readonly string[], levels: readonly string[], more: number) => string;
  readonly differentLength: (level: string, lengths: readonly Named[]) => string;
  /** Differences that could favour one side, how many of them favour whom, and their names. */
  readonly parity: (differences: readonly string[], favoured: readonly Named[]) => string;
  readonly unfinished: (count: number, reason: string | null) => string;
  readonly dropped: (level: string, dropped: number, planned: number) => string;
  readonly none: string;
};
