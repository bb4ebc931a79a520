import type { CapacitySearchOptions } from './capacity-options.ts';
import { type CapacityVerdict, capacityVerdict } from './capacity-verdict.ts';
import { decideStep, type StepPurpose } from './decide-step.ts';
import type { LevelOutcome } from './level-outcome.ts';
import { replay } from './replay.ts';

/** One stage to run: the level, and the how many-th stage of it this is, from 1. */
export type CapacityStep = { readonly level: number; readonly repeat: number; readonly purpose: StepPurpose };

/** A search for the highest level that keeps an SLO. It holds no state: everything follows from the stages done. */
export type CapacitySearch = {
  /** The next stage, or `null` when the search is over. `done` are all stages so far, in their order. */
  next(done: readonly LevelOutcome[]): CapacityStep | null;
  /** What the stages say, also of a search that was stopped before its end. */
  verdict(done: readonly LevelOutcome[]): CapacityVerdict;
};

/**
 * Looks for the highest users or rate that keep an SLO: doubling from the start (or halving, when the start breaks it),
 * then bisection to the resolution, then repeats of the two border levels until more than half of `repeats` agree, then
 * one more stage at the level found. That last one, the confirmation, does not choose the level: of many levels that
 * were tried, the one that was chosen had luck more often than not.
 *
 * Error rates, simulated in the test, for a latency that grows with the square of the load and differs from stage to
 * stage by a noise; the level found is right when it is within the resolution of 5 %:
 *
 *     noise     best of 1           best of 3           best of 5
 *      3 %      99 %,  9 stages    100 %, 12 stages    100 %, 14 stages
 *      5 %      97 %,  9 stages     99 %, 12 stages     99 %, 15 stages
 *     10 %      80 %,  9 stages     93 %, 13 stages     95 %, 17 stages
 *
 * Latencies that grow more steeply (those of a server that begins to queue) are found more exactly.
 */
export function createCapacitySearch(options: CapacitySearchOptions): CapacitySearch {
  return {
    next(done) {
      const { confirmation, stop, confirmable } = replay(done, options);
      if (stop === null) {
        const decision = decideStep(done, options);
        return decision.kind === 'stop' ? null : stepAt(decision.level, decision.purpose, done);
      }
      const found = stop.border.kept;
      if (found === null || confirmation !== null || !confirmable) return null;
      return stepAt(found.level, 'confirm', done);
    },
    verdict: (done) => capacityVerdict(done, options),
  };
}

function stepAt(level: number, purpose: StepPurpose, done: readonly LevelOutcome[]): CapacityStep {
  const repeats = done.filter((outcome) => outcome.level === level).map((outcome) => outcome.repeat);
  return { level, repeat: Math.max(0, ...repeats) + 1, purpose };
}
