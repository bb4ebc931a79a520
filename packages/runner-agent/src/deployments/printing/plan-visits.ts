import type { Plan, PlannedStage } from '@kneepoint/core';

/** A time in which some targets run, and the stages that are measured in it. */
export type PlanVisit = { readonly targets: readonly string[]; readonly stages: readonly PlannedStage[] };

/**
 * How a plan's stages are put together where servers are deployed: one server at a time, because one GPU holds one. With
 * `auto` the servers take turns and swap places from repeat to repeat, and one that comes twice in a row goes on running:
 *
 *     auto, 3 repeats: A 1 | B 1, B 2 | A 2, A 3 | B 3        sequential: A 1, A 2, A 3 | B 1, B 2, B 3
 *
 * Where no target is deployed everything runs already: one visit with all stages in the plan's own order.
 */
export function planVisits(plan: Plan, stages: readonly PlannedStage[]): readonly PlanVisit[] {
  const targets = plan.targets.map(({ name }) => name);
  if (plan.targets.every(({ deploy }) => deploy === undefined)) return [{ targets, stages }];
  const visits: { targets: readonly [string]; stages: PlannedStage[] }[] = [];
  for (const { target, repeat } of turnsOf(plan, targets)) {
    const own = stages.filter((stage) => stage.target === target && stage.repeat === repeat);
    const last = visits.at(-1);
    if (last?.targets[0] === target) last.stages.push(...own);
    else visits.push({ targets: [target], stages: own });
  }
  return visits;
}

type Turn = { readonly target: string; readonly repeat: number };

function turnsOf({ order, repeats }: Plan, targets: readonly string[]): readonly Turn[] {
  const numbers = Array.from({ length: repeats }, (_, index) => index + 1);
  if (order === 'sequential')
    return targets.flatMap((target) => numbers.map((repeat) => ({ target, repeat })));
  return numbers.flatMap((repeat) => {
    const turn = repeat % 2 === 1 ? targets : targets.toReversed();
    return turn.map((target) => ({ target, repeat }));
  });
}
