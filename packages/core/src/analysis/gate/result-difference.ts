import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { StageLoad } from '../../result/load-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { GateVerdict } from './gate-verdict.ts';

/** Why a cell has no verdict; the first ones are about whether the two sides may be compared at all. */
export const gateReasons = [
  'level-missing',
  'different-model',
  'different-prompts',
  'different-lengths',
  'stage-failed',
  'stage-partial',
  'stage-invalid',
  'failed-requests',
  'few-repeats',
  'value-unknown',
  'no-ratio',
  'no-interval',
  'interval-over-limit',
] as const;
export type GateReason = (typeof gateReasons)[number];

/** One metric of one target at one level, in both results. */
export type DifferenceCell = Pick<
  Comparison,
  | 'metric'
  | 'unit'
  | 'better'
  | 'baselineValue'
  | 'candidateValue'
  | 'ratio'
  | 'interval'
  | 'probability'
  | 'detectableRatio'
> & {
  readonly target: { readonly baseline: string; readonly candidate: string };
  readonly suite: Stage['suite'];
  readonly level: string | null;
  readonly load: StageLoad;
  readonly language: string;
  readonly repeats: { readonly baseline: number; readonly candidate: number };
  /** How much worse it may get, as a share. */
  readonly allowed: number;
  readonly verdict: GateVerdict;
  /** Weightiest first; none where there is a verdict. */
  readonly reasons: readonly GateReason[];
  /** Repeats a side that would probably decide it; `null` where that cannot be said, or more repeats do not help. */
  readonly repeatsToDecide: number | null;
};

/** A level that only one of the results has. */
export type LoneLevel = Pick<DifferenceCell, 'suite' | 'load' | 'language'> & {
  readonly target: string;
  readonly only: 'baseline' | 'candidate';
};

/** Something that differs between the runs and is told, but does not forbid a verdict. */
export type RunDifference = {
  readonly what: 'host' | 'processor' | 'gpus' | 'engine-version';
  /** The target, where it is about one. */
  readonly target: string | null;
  readonly baseline: string;
  readonly candidate: string;
};

type ComparedRun = { readonly id: string; readonly name: string; readonly createdAt: string };

/** Two results held against each other. */
export type ResultDifference = {
  readonly verdict: GateVerdict;
  readonly baseline: ComparedRun;
  readonly candidate: ComparedRun;
  readonly cells: readonly DifferenceCell[];
  readonly loneTargets: { readonly baseline: readonly string[]; readonly candidate: readonly string[] };
  readonly loneLevels: readonly LoneLevel[];
  readonly runDifferences: readonly RunDifference[];
};
