import { assertNever } from '../errors/assert-never.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import type { Capacity } from '../result/capacity-schema.ts';
import type { Stage } from '../result/stage-schema.ts';

/** Says which stage comes next. A search decides that from what the stages before it brought. */
export type StagePlanner = {
  /** The next stage, or `null` when the run is complete. `done` are the stages that ended, in their order. */
  next(done: readonly Stage[]): PlannedStage | null;
  /** All stages, in their order; `null` where nobody knows them before. */
  readonly planned: readonly PlannedStage[] | null;
  /** The most users and the highest rate that it may ask for: how many load workers are worth having depends on them. */
  readonly mostUsers: number;
  readonly mostPerSecond: number;
  /** What a search for the capacity has found so far; other planners have none. */
  readonly capacity?: (done: readonly Stage[]) => Capacity;
};

/** The stages of a list, in its order; those that are already done are left out. */
export function fixedStages(stages: readonly PlannedStage[]): StagePlanner {
  return {
    planned: stages,
    mostUsers: Math.max(0, ...stages.map(({ load }) => (load.loop === 'closed' ? load.users : 0))),
    mostPerSecond: Math.max(0, ...stages.map(highestRate)),
    next(done) {
      const ids = new Set(done.map((stage) => stage.id));
      return stages.find((stage) => !ids.has(stage.id)) ?? null;
    },
  };
}

/** A trace's rate is in its file; its bursts are rarely beyond one worker. */
function highestRate({ load }: PlannedStage): number {
  if (load.loop === 'closed') return 0;
  const { arrivals } = load;
  switch (arrivals.kind) {
    case 'constant':
    case 'poisson':
    case 'gamma':
      return arrivals.requestsPerSecond;
    case 'ramp':
      return Math.max(arrivals.from, arrivals.to);
    case 'steps':
      return Math.max(...arrivals.steps.map((step) => step.requestsPerSecond));
    case 'trace':
    case 'at-once':
      return 0;
    default:
      return assertNever(arrivals);
  }
}
