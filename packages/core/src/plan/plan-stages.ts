import type { Plan } from './plan-schema.ts';
import type { PlannedLevel } from './planned-level.ts';
import type { PlannedStage } from './planned-stage.ts';
import { stageId } from './stage-id.ts';
import { suiteFiles, suiteLevels } from './suites/suite-kinds.ts';
import { type FileFacts, noFileFacts, type WorkloadFile } from './workload-file.ts';

type NamedLevel = { readonly place: string; readonly level: PlannedLevel };

/**
 * The ordered matrix of a plan. With `auto` the targets take turns at every level and swap places from repeat to repeat
 * (A B, then B A), so that a drift of the host or the network does not always meet the same target:
 *
 *     repeat 1: level 1 A B, level 2 A B     repeat 2: level 1 B A, level 2 B A
 *
 * With `sequential` each target does all its stages before the next one starts. `files` is what the files of `planFiles`
 * hold: a trace says how many requests it has. Throws a usage error where a warm-up leaves nothing of a load to measure.
 */
export function planStages(plan: Plan, files: FileFacts = noFileFacts): readonly PlannedStage[] {
  const levels = namedLevels(plan, files);
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

/** The files that a plan's stages name, in its order; one may be there more than once. */
export function planFiles(plan: Plan): readonly WorkloadFile[] {
  return plan.suites.flatMap(suiteFiles);
}

/** Levels with a place that is unique in the plan, also where a kind of suite occurs twice. */
function namedLevels(plan: Plan, files: FileFacts): readonly NamedLevel[] {
  return plan.suites.flatMap((suite, index) =>
    suiteLevels(suite, files).map((level) => ({ place: `${index + 1}-${suite.kind}/${level.name}`, level })),
  );
}

function stageOf({ place, level }: NamedLevel, target: string, repeat: number): PlannedStage {
  const { name: _, ...stage } = level;
  return { id: stageId(place, target, repeat), target, repeat, ...stage };
}
