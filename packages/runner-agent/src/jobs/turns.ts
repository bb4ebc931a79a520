import { assertNever, type PlannedStage } from '@kneepoint/core';

/** One round of deploy, measure, tear down: the targets that run at that time, and the stages that are measured. */
export type Turn = { readonly targets: readonly string[]; readonly stages: readonly PlannedStage[] };

/** How the servers share the host: at the same time; in turns, or each once, with the GPU to itself. */
export type Sharing = 'together' | 'taking-turns' | 'each-once';

/**
 * Cuts a plan's stages into turns. Together, all is one turn, and its stages alternate as the plan orders them. Taking
 * turns, each target has the GPU for itself, and they swap places over deployments, so that a drift of the host does not
 * always meet the same one; a target that is last in one repeat is first in the next and is not deployed again:
 *
 *     stages as planned    A1 B1 | B2 A2 | A3 B3
 *     turns                A: A1   B: B1 B2   A: A2 A3   B: B3
 */
export function turnsOf(stages: readonly PlannedStage[], sharing: Sharing): readonly Turn[] {
  if (stages.length === 0) return [];
  switch (sharing) {
    case 'together':
      return [{ targets: targetsOf(stages), stages }];
    case 'each-once':
      return perTarget(stages);
    case 'taking-turns':
      return joined(
        [...new Set(stages.map((stage) => stage.repeat))].flatMap((repeat) =>
          perTarget(stages.filter((stage) => stage.repeat === repeat)),
        ),
      );
    default:
      return assertNever(sharing);
  }
}

const targetsOf = (stages: readonly PlannedStage[]): readonly string[] => [
  ...new Set(stages.map((stage) => stage.target)),
];

const perTarget = (stages: readonly PlannedStage[]): readonly Turn[] =>
  targetsOf(stages).map((target) => ({
    targets: [target],
    stages: stages.filter((stage) => stage.target === target),
  }));

/** Neighbours of the same target become one turn. */
function joined(turns: readonly Turn[]): readonly Turn[] {
  const result: Turn[] = [];
  for (const turn of turns) {
    const last = result.at(-1);
    if (last?.targets[0] === turn.targets[0] && last !== undefined)
      result[result.length - 1] = { ...last, stages: [...last.stages, ...turn.stages] };
    else result.push(turn);
  }
  return result;
}
