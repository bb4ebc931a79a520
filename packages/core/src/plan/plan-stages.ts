import type { Plan } from './plan-schema.ts';
import type { PlannedLevel } from './planned-level.ts';
import type { PlannedStage } from './planned-stage.ts';
import { stageId } from './stage-id.ts';
import { suiteLevels } from './suites/suite-kinds.ts';

type NamedLevel = { readonly place: string; readonly level: PlannedLevel };

/**
 * The ordered matrix of a plan. With `auto` the targets take turns at every level and swap places from repeat to repeat
 * (A B, then B A), so that a drift of the host or the network does not always meet the same target:
 *
 *     repeat 1: level 1 A B, level 2 A B     repeat 2: level 1 B A, level 2 B A
 *
 * With `sequential` each target does all its stages before the next one starts.
 */
export function planStages(plan: Plan): readonly PlannedStage[] {
  const levels = namedLevels(plan);
  const targets = plan.targets.map((target) => target.name);
  const repeats = Array.from({ length: plan.repeats }, (_, index) => index + 1);
  if (plan.order === 'sequential') {
    return targets.flatMap((target) =>
      repeats.flatMap((repeat) => levels.map((level) => stageOf(level, target, repeat))),
    );
  }
  return repeats.flatMap((repeat) => {
    const turn = repeat % 2 === 1 ? targets : targets.toReversed();
    return levels.flatMap((level) => turn.map((target) => stageOf(level, target, repeat)));
  });
}

/** Levels with a place that is unique in the plan, also where a kind of suite occurs twice. */
function namedLevels(plan: Plan): readonly NamedLevel[] {
  return plan.suites.flatMap((suite, index) =>
    suiteLevels(suite).map((level) => ({ place: `${index + 1}-${suite.kind}/${level.name}`, level })),
  );
}

function stageOf({ place, level }: NamedLevel, target: string, repeat: number): PlannedStage {
  const { name: _, ...stage } = level;
  return { id: stageId(place, target, repeat), target, repeat, ...stage };
}
