import type { PlannedLoad, PlannedStage } from '../../plan/planned-stage.ts';
import { stageId } from '../../plan/stage-id.ts';
import type { CapacityVary } from './capacity-options.ts';
import type { CapacityStep } from './capacity-search.ts';

/** What all stages of a search have in common. */
export type CapacityStageOptions = Pick<
  PlannedStage,
  'target' | 'stop' | 'warmup' | 'language' | 'prompts' | 'salted' | 'inputTokens' | 'outputTokens'
> & { readonly vary: CapacityVary };

/** The stage of a step: so many users who ask again at once, or Poisson arrivals at the rate. */
export function capacityStage(
  { level, repeat }: Pick<CapacityStep, 'level' | 'repeat'>,
  { vary, ...common }: CapacityStageOptions,
): PlannedStage {
  const load: PlannedLoad =
    vary === 'users'
      ? { loop: 'closed', users: level, thinkTime: null }
      : { loop: 'open', arrivals: { kind: 'poisson', requestsPerSecond: level } };
  const place = `capacity/${vary === 'users' ? `${level}-users` : `${level}-per-second`}`;
  return {
    ...common,
    id: stageId(place, common.target, repeat),
    suite: 'capacity',
    repeat,
    load,
    keepExcerpts: false,
  };
}
