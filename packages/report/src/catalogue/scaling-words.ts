import type { LimitReason, LoadLimit, ScalingReason } from '@kneepoint/core';

/** Speed per user, tok/s, at a number of users. */
export type SpeedAt = { readonly users: number; readonly perUser: number };

/** A crossover that was found: who is ahead below it and above it. */
export type CrossingParts = {
  readonly below: string;
  readonly above: string;
  readonly users: number;
  readonly low: number;
  readonly high: number;
  /** With one repeat the interval is from level to level, and noise is unknown. */
  readonly isOneRepeat: boolean;
  /** Whose level, within the interval, is slower per user than a heavier one; `null` where none is. */
  readonly doubtful: { readonly target: string; readonly users: number } | null;
};

/** Two targets without a crossover that could be told, and who is ahead at one end where that is clear. */
export type UndecidedCrossing = {
  readonly one: string;
  readonly other: string;
  readonly why: 'too-few-levels' | 'intervals-overlap' | 'several-crossings' | 'open-end';
  readonly lighter: string | null;
  readonly heavier: string | null;
};

/** What a target ran into, with the numbers by their names. */
export type LoadLimitParts = {
  readonly cause: LoadLimit['cause'];
  readonly reason: LoadLimit['reason'];
  readonly users: number | null;
  readonly number: (name: string) => number | null;
};

/** What went into a physical limit. */
export type LimitInputs = {
  readonly accelerator: string;
  readonly accelerators: number;
  readonly bandwidth: number;
  readonly peakFlops: number | null;
  readonly weightBytes: number;
};

/** How throughput grows with users. */
export type GrowthWords = {
  readonly linear: string;
  readonly intervals: string;
  /** One user comes from another suite than the rest. */
  readonly otherSuite: (suite: string, users: number) => string;
  /** `share` of what a user gets at the best level. */
  readonly efficiency: (target: string, at: SpeedAt, best: SpeedAt, share: number) => string;
  /** A user is faster at a heavier level than at the lightest one. */
  readonly superlinear: (target: string, at: SpeedAt, base: SpeedAt) => string;
  readonly saturated: (
    target: string,
    at: { readonly users: number; readonly throughput: number; readonly gainAfter: number },
  ) => string;
  readonly lastStep: (
    target: string,
    step: { readonly from: number; readonly to: number; readonly gain: number },
  ) => string;
  readonly knee: (
    target: string,
    knee: {
      readonly users: number;
      readonly low: number;
      readonly high: number;
      readonly isResampled: boolean;
    },
  ) => string;
  readonly noBend: (target: string, heaviest: number) => string;
  readonly crosses: (crossing: CrossingParts) => string;
  readonly neverCrosses: (
    ahead: string,
    behind: string,
    levels: {
      readonly from: number;
      readonly to: number;
      readonly isOneRepeat: boolean;
      /** Between both ends the two are not told apart at every level. */
      readonly isEvenBetween: boolean;
    },
  ) => string;
  readonly undecided: (crossing: UndecidedCrossing) => string;
  readonly loadLimit: (target: string, limit: LoadLimitParts) => string;
  /** Several levels were measured, and fewer than two can be trusted. */
  readonly unusable: (targets: readonly string[]) => string;
  /** Why a part is missing for these targets. */
  readonly missing: (
    part: 'usl' | 'knee' | 'saturation',
    reason: ScalingReason,
    targets: readonly string[],
  ) => string;
};

/** The fitted law. */
export type FitWords = {
  readonly heading: string;
  readonly intro: string;
  readonly lambda: string;
  readonly sigma: string;
  readonly kappa: string;
  readonly determination: string;
  readonly relativeError: string;
  readonly peak: string;
  readonly peakAt: (users: number, throughput: number) => string;
  readonly noPeak: string;
  readonly errors: string;
  /** A fit through three points has no errors. */
  readonly threeLevels: (targets: readonly string[]) => string;
  /** The law does not describe these targets: its relative errors. */
  readonly misfit: (targets: readonly string[], relativeError: number) => string;
  readonly atBound: (targets: readonly string[]) => string;
};

/** Latency against throughput. */
export type LatencyWords = {
  readonly heading: string;
  readonly intro: string;
  readonly gain: string;
  readonly growth: (percentile: string) => string;
};

/** The physical limit. */
export type LimitWords = {
  readonly heading: string;
  readonly intro: string;
  readonly load: string;
  readonly prefillOf: (load: string) => string;
  readonly measured: string;
  readonly limit: string;
  readonly share: string;
  readonly boundBy: string;
  readonly bounds: Record<'bandwidth' | 'compute', string>;
  readonly inputs: (targets: readonly string[], inputs: LimitInputs) => string;
  readonly estimated: string;
  readonly above: (targets: readonly string[]) => string;
  readonly reason: (reason: LimitReason, targets: readonly string[]) => string;
  /** "73% of at most 109 tok/s" for a cell of another table. */
  readonly shareOf: (share: number, limit: number) => string;
  /** The name of a row that shows it. */
  readonly shareRow: string;
};

/** What the scaling section says. */
export type ScalingWords = {
  readonly growth: GrowthWords;
  readonly fit: FitWords;
  readonly latency: LatencyWords;
  readonly limit: LimitWords;
};
