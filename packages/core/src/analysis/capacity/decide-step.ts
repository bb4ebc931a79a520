import { borderOf, type CapacityBorder } from './capacity-border.ts';
import type { CapacitySearchOptions } from './capacity-options.ts';
import { evidenceByLevel, isDecided, type LevelEvidence, stateOf } from './level-evidence.ts';
import type { LevelOutcome } from './level-outcome.ts';

/** Why a stage of the search is run. */
export type StepPurpose = 'bracket' | 'bisect' | 'repeat' | 'confirm';

/** Why the search looked no further. */
export type StopReason =
  /** Both border levels are decided and close enough. */
  | 'resolved'
  /** The highest level of the range keeps the SLO. */
  | 'range-end'
  /** The lowest level of the range breaks it, or has no data. */
  | 'range-start'
  /** The next level up is more than the client can drive. */
  | 'client-limit'
  /** No level had the data to judge it, or none above the highest one that keeps it. */
  | 'no-data'
  | 'stage-budget'
  | 'time-budget';

/** What to do after some stages: one more at a level, or stop. */
export type Decision =
  | { readonly kind: 'measure'; readonly level: number; readonly purpose: StepPurpose }
  | { readonly kind: 'stop'; readonly reason: StopReason; readonly border: CapacityBorder };

/** Significant digits of a rate: more would not be another level. */
const rateDigits = 3;

/**
 * The search in one function of what was measured, in this order:
 *
 *     nothing measured            the start
 *     a level is undecided        that level again
 *     nothing is broken           twice the highest level, up to the maximum
 *     nothing is kept             half of the lowest level, down to the minimum
 *     the two are far apart       the geometric mean of both
 *     the two are close           whichever of them is not decided, the one with fewer stages first
 *     both are decided            stop
 *
 * A border that falls when it is repeated opens the search again, above or below it.
 */
export function decideStep(done: readonly LevelOutcome[], options: CapacitySearchOptions): Decision {
  const levels = evidenceByLevel(done);
  const border = borderOf(levels, options.repeats);
  const decision = unboundedStep(levels, border, options);
  if (decision.kind === 'stop') return decision;
  const spent = spentBudget(done, border, options);
  return spent === null ? decision : { kind: 'stop', reason: spent, border };
}

function unboundedStep(
  levels: readonly LevelEvidence[],
  border: CapacityBorder,
  options: CapacitySearchOptions,
): Decision {
  const { start, repeats } = options;
  const [lowest, highest] = [levels[0], levels.at(-1)];
  if (lowest === undefined || highest === undefined)
    return { kind: 'measure', level: start, purpose: 'bracket' };
  const undecided = levels.find((level) => stateOf(level, repeats) === 'undecided');
  if (undecided !== undefined) return again(undecided);
  if (border.upper === null) return above(highest, border, options);
  if (border.kept === null) return below(lowest, border, options);
  return between(levels, border.kept, border.upper, options);
}

function above(highest: LevelEvidence, border: CapacityBorder, options: CapacitySearchOptions): Decision {
  const { maximum, repeats } = options;
  if (highest.level < maximum)
    return { kind: 'measure', level: Math.min(2 * highest.level, maximum), purpose: 'bracket' };
  if (border.kept === null) return { kind: 'stop', reason: 'no-data', border };
  if (!isDecided(border.kept, repeats)) return again(border.kept);
  return { kind: 'stop', reason: 'range-end', border };
}

function below(lowest: LevelEvidence, border: CapacityBorder, options: CapacitySearchOptions): Decision {
  const { minimum, repeats, vary } = options;
  if (lowest.level > minimum) {
    const half = vary === 'users' ? Math.floor(lowest.level / 2) : roundedRate(lowest.level / 2);
    return { kind: 'measure', level: Math.max(half, minimum), purpose: 'bracket' };
  }
  if (border.upper !== null && !isDecided(border.upper, repeats)) return again(border.upper);
  return { kind: 'stop', reason: 'range-start', border };
}

function between(
  levels: readonly LevelEvidence[],
  kept: LevelEvidence,
  upper: LevelEvidence,
  options: CapacitySearchOptions,
): Decision {
  const { repeats } = options;
  const middle = middleOf(kept.level, upper.level, options);
  if (middle !== null && !levels.some(({ level }) => level === middle))
    return { kind: 'measure', level: middle, purpose: 'bisect' };
  const open = [kept, upper]
    .filter((level) => !isDecided(level, repeats))
    .toSorted((left, right) => left.outcomes.length - right.outcomes.length);
  const [first] = open;
  if (first !== undefined) return again(first);
  return { kind: 'stop', reason: reasonAbove(upper, repeats), border: { kept, upper } };
}

/** The level to look at between two, or `null` where they are close enough to be neighbours. */
function middleOf(kept: number, upper: number, options: CapacitySearchOptions): number | null {
  const { vary, resolution } = options;
  const least = Math.max(vary === 'users' ? 1 : 0, resolution * kept);
  // 1.05 * 20 - 20 is a little more than 1: the resolution itself is close enough.
  if (upper - kept <= least * (1 + 1e-9)) return null;
  const mean = Math.sqrt(kept * upper);
  const middle = vary === 'users' ? Math.round(mean) : roundedRate(mean);
  return middle > kept && middle < upper ? middle : null;
}

function reasonAbove(upper: LevelEvidence, repeats: number): StopReason {
  switch (stateOf(upper, repeats)) {
    case 'unmeasurable':
      return 'client-limit';
    case 'unjudged':
      return 'no-data';
    default:
      return 'resolved';
  }
}

/** Which budget the next stage would overdraw; one more stage is kept for the confirmation where there is something to confirm. */
function spentBudget(
  done: readonly LevelOutcome[],
  { kept }: CapacityBorder,
  { maximumStages, maximumMicros }: CapacitySearchOptions,
): StopReason | null {
  const wanted = kept === null ? 1 : 2;
  if (done.length + wanted > maximumStages) return 'stage-budget';
  if (maximumMicros === null) return null;
  return timeAfter(done, wanted) > maximumMicros ? 'time-budget' : null;
}

/** The time of all stages so far and some more, each as long as the longest yet. */
export function timeAfter(done: readonly LevelOutcome[], more: number): number {
  const times = done.map(({ tookMicros }) => tookMicros);
  return times.reduce((sum, time) => sum + time, 0) + more * Math.max(0, ...times);
}

const again = ({ level }: LevelEvidence): Decision => ({ kind: 'measure', level, purpose: 'repeat' });

const roundedRate = (rate: number): number => Number(rate.toPrecision(rateDigits));
