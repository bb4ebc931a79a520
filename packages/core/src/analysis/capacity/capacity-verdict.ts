import { incompleteBeta } from '../../statistics/incomplete-beta.ts';
import { borderOf } from './capacity-border.ts';
import { type CapacityCurvePoint, type CapacityFigure, capacityCurve } from './capacity-curve.ts';
import type { CapacitySearchOptions, CapacityVary } from './capacity-options.ts';
import type { StopReason } from './decide-step.ts';
import { evidenceByLevel, type LevelEvidence, stateOf } from './level-evidence.ts';
import type { LevelOutcome, LevelTerm } from './level-outcome.ts';
import { replay } from './replay.ts';

/** What a search found. Levels are users, or requests per second. */
export type CapacityVerdict = {
  readonly vary: CapacityVary;
  /** The highest level that keeps the SLO; `null` where none was found to. */
  readonly highestKept: number | null;
  /** The lowest level that breaks it; `null` where none was found to. */
  readonly lowestBroken: number | null;
  /** Where the capacity lies, the confirmation counted; an end is `null` where nothing bounds it. */
  readonly interval: { readonly low: number | null; readonly high: number | null };
  /**
   * The probability that both ends of the interval are on their right side, from the share of their stages that agree
   * (Jeffreys' prior); `null` without any end. In the simulated searches 77 % of them held the truth between their ends where
   * it said 73 to 89 %; a latency that hardly grows with the load and is noisy makes it say too much.
   */
  readonly confidence: number | null;
  /** The stage after the choice, at `highestKept`; `null` where there was none. */
  readonly confirmation: { readonly kept: boolean | null; readonly terms: readonly LevelTerm[] } | null;
  /** The condition that is broken furthest at `lowestBroken`. */
  readonly brokenFirst: CapacityFigure | null;
  /** Why the load was not carried at `lowestBroken`, such as a queue that only grew; `null` where it was. */
  readonly notCarried: string | null;
  readonly curve: readonly CapacityCurvePoint[];
  /** Why the search looked no further; `unfinished` where it was stopped before that. */
  readonly reason: StopReason | 'unfinished';
  /** The lowest level at which the client was the bottleneck; `null` where it never was. */
  readonly clientLimit: { readonly level: number; readonly message: string } | null;
  /** Whether the capacity lies above everything that was found kept, or below everything that was measured. */
  readonly censored: 'above-range' | 'below-range' | null;
  /** Whether a higher level kept the SLO although a lower one broke it. */
  readonly monotone: boolean;
};

/** Sums the search up, also one that was stopped before its end. */
export function capacityVerdict(
  done: readonly LevelOutcome[],
  options: CapacitySearchOptions,
): CapacityVerdict {
  const { repeats, vary } = options;
  const { stop, chosenBy, confirmation } = replay(done, options);
  const chosen = borderOf(evidenceByLevel(chosenBy), repeats);
  const levels = evidenceByLevel(done);
  const final = borderOf(levels, repeats);
  const low = final.kept;
  const high = brokenOnly(final.upper, repeats);
  const broken = brokenOnly(chosen.upper, repeats);
  const curve = capacityCurve(levels, repeats);
  return {
    vary,
    highestKept: chosen.kept?.level ?? null,
    lowestBroken: broken?.level ?? null,
    interval: { low: low?.level ?? null, high: high?.level ?? null },
    confidence: confidenceOf(low, high),
    confirmation: confirmation === null ? null : { kept: confirmation.kept, terms: confirmation.terms },
    brokenFirst: broken === null ? null : furthestBroken(curve, broken.level),
    notCarried: broken?.outcomes.findLast((outcome) => outcome.notCarried !== null)?.notCarried ?? null,
    curve,
    reason: stop?.reason ?? 'unfinished',
    clientLimit: clientLimitOf(levels, repeats),
    censored: censoredSide(chosen.kept, broken),
    monotone: isMonotone(levels, repeats),
  };
}

const brokenOnly = (level: LevelEvidence | null, repeats: number): LevelEvidence | null =>
  level !== null && stateOf(level, repeats) === 'broken' ? level : null;

function censoredSide(kept: LevelEvidence | null, broken: LevelEvidence | null): CapacityVerdict['censored'] {
  if (kept !== null) return broken === null ? 'above-range' : null;
  return broken === null ? null : 'below-range';
}

/**
 * P(more than half of all stages at the level would keep it): with k of n kept and Jeffreys' prior the share has the
 * beta distribution (k + 1/2, n - k + 1/2), which covers a proportion's true value best of the simple ones.
 */
function confidenceOf(low: LevelEvidence | null, high: LevelEvidence | null): number | null {
  if (low === null && high === null) return null;
  const lowHolds = low === null ? 1 : incompleteBeta(0.5, low.broken + 0.5, low.kept + 0.5);
  const highBreaks = high === null ? 1 : incompleteBeta(0.5, high.kept + 0.5, high.broken + 0.5);
  return lowHolds * highBreaks;
}

function furthestBroken(curve: readonly CapacityCurvePoint[], level: number): CapacityFigure | null {
  const figures = curve.find((point) => point.level === level)?.figures ?? [];
  const broken = figures.filter((figure) => figure.kept === false);
  const [first] = broken.toSorted((left, right) => excess(right) - excess(left));
  return first ?? null;
}

/** How far a value is from its limit, as a ratio: 2 for twice or half of it. */
function excess({ value, limit }: CapacityFigure): number {
  if (typeof value !== 'number' || typeof limit.value !== 'number') return 0;
  if (value <= 0 || limit.value <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(value / limit.value, limit.value / value);
}

function clientLimitOf(levels: readonly LevelEvidence[], repeats: number): CapacityVerdict['clientLimit'] {
  const limited = levels.find((level) => stateOf(level, repeats) === 'unmeasurable');
  const reason = limited?.outcomes.find(({ trust }) => trust.verdict === 'invalid')?.trust.reasons[0];
  return limited === undefined || reason === undefined
    ? null
    : { level: limited.level, message: reason.message };
}

function isMonotone(levels: readonly LevelEvidence[], repeats: number): boolean {
  const firstBroken = levels.findIndex((level) => stateOf(level, repeats) === 'broken');
  return firstBroken < 0 || !levels.slice(firstBroken).some((level) => stateOf(level, repeats) === 'kept');
}
