import type { LevelOutcome } from './level-outcome.ts';

/** All stages of one level. */
export type LevelEvidence = {
  readonly level: number;
  readonly outcomes: readonly LevelOutcome[];
  /** Stages in which every condition was kept, and in which one was broken. */
  readonly kept: number;
  readonly broken: number;
  /** Stages without the data to judge them. */
  readonly unjudged: number;
  /** Stages in which the client was the bottleneck. */
  readonly clientLimited: number;
};

/**
 * What the stages say of a level, most of them against the fewer:
 *
 *     kept            more kept it than broke it
 *     broken          more broke it
 *     undecided       as many, or the client was the bottleneck once, which may be an accident: one more stage
 *     unmeasurable    the client was the bottleneck twice
 *     unjudged        no stage had the data, such as too few requests for a percentile
 */
export type LevelState = 'kept' | 'broken' | 'undecided' | 'unmeasurable' | 'unjudged';

/** Reasons that make a stage invalid because of the client, whatever the server did. */
const clientCodes: readonly string[] = ['client-busy', 'event-loop-delay', 'reads-waited', 'start-lag'];

/** Stages by level, ascending. */
export function evidenceByLevel(outcomes: readonly LevelOutcome[]): readonly LevelEvidence[] {
  const levels = [...new Set(outcomes.map(({ level }) => level))].sort((left, right) => left - right);
  return levels.map((level) => {
    const own = outcomes.filter((outcome) => outcome.level === level);
    const measured = own.filter((outcome) => !isClientLimited(outcome));
    return {
      level,
      outcomes: own,
      kept: measured.filter(({ kept }) => kept === true).length,
      broken: measured.filter(({ kept }) => kept === false).length,
      unjudged: measured.filter(({ kept }) => kept === null).length,
      clientLimited: own.length - measured.length,
    };
  });
}

/** The worst reason comes first. A stage that is invalid because the server failed is a level that it did not keep. */
export const isClientLimited = ({ trust }: LevelOutcome): boolean =>
  trust.verdict === 'invalid' && clientCodes.includes(trust.reasons[0]?.code ?? '');

/** A level's state; after `repeats` stages and two for accidents, a draw counts as broken. */
export function stateOf(evidence: LevelEvidence, repeats: number): LevelState {
  const { kept, broken, unjudged, clientLimited, outcomes } = evidence;
  if (clientLimited >= 2) return 'unmeasurable';
  if (kept !== broken) return kept > broken ? 'kept' : 'broken';
  if (kept === 0 && clientLimited === 0) return unjudged > 0 ? 'unjudged' : 'undecided';
  return outcomes.length >= repeats + 2 ? 'broken' : 'undecided';
}

/** Whether a level needs no more stages: more than half of those that it may have agree, or no more would help. */
export function isDecided(evidence: LevelEvidence, repeats: number): boolean {
  const state = stateOf(evidence, repeats);
  if (state === 'unmeasurable' || state === 'unjudged') return true;
  if (evidence.outcomes.length >= repeats + 2) return true;
  return Math.max(evidence.kept, evidence.broken) > repeats / 2;
}
