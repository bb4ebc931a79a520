import type { CapacitySearchOptions } from './capacity-options.ts';
import { type Decision, decideStep, timeAfter } from './decide-step.ts';
import type { LevelOutcome } from './level-outcome.ts';

/** A search so far, told apart into what chose the level and what confirmed it. */
export type Replay = {
  /** How the search stopped choosing; `null` while it goes on. */
  readonly stop: Extract<Decision, { readonly kind: 'stop' }> | null;
  /** The stages that chose the level. */
  readonly chosenBy: readonly LevelOutcome[];
  /** The stage that was run after the choice, at the level chosen; `null` where there is none (yet). */
  readonly confirmation: LevelOutcome | null;
  /** Whether the budget has room for one. */
  readonly confirmable: boolean;
};

/**
 * Decides again after each stage, as the search did while it ran. The first stop is the choice; the stage after it, at
 * the level chosen, is its confirmation.
 */
export function replay(done: readonly LevelOutcome[], options: CapacitySearchOptions): Replay {
  for (let count = 0; count <= done.length; count++) {
    const chosenBy = done.slice(0, count);
    const decision = decideStep(chosenBy, options);
    if (decision.kind === 'measure') continue;
    const following = done[count] ?? null;
    // After a run that was resumed, a stage of the choice may be missing before it and follow here.
    const isConfirmation = following !== null && following.level === decision.border.kept?.level;
    if (following !== null && !isConfirmation) continue;
    const confirmable = canConfirm(chosenBy, options);
    return { stop: decision, chosenBy, confirmation: following, confirmable };
  }
  return { stop: null, chosenBy: done, confirmation: null, confirmable: false };
}

const canConfirm = (
  done: readonly LevelOutcome[],
  { maximumStages, maximumMicros }: CapacitySearchOptions,
): boolean => done.length < maximumStages && (maximumMicros === null || timeAfter(done, 1) <= maximumMicros);
