import { stageId, stagePlace } from '../../plan/stage-id.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { TargetNames } from './unique-names.ts';

/**
 * The stages of one result under their targets' new names. Their places are told by kind and not by where in its plan a
 * suite stood, so that the second suite of one plan meets the first of another where both are of one kind:
 *
 *     2-concurrency/5-users/vllm/repeat-1  ->  concurrency-1/5-users/vllm (run a)/repeat-1
 */
export function renamedStages(stages: readonly Stage[], names: TargetNames): Stage[] {
  const suites = [...new Set(stages.flatMap((stage) => placeOf(stage)?.suite ?? []))];
  const keys = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const suite of suites.toSorted(byNumber)) {
    const kind = suite.replace(/^\d+-/, '');
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    keys.set(suite, `${kind}-${count}`);
  }
  return stages.map((stage) => {
    const target = names.get(stage.target) ?? stage.target;
    const place = placeOf(stage);
    if (place === null) return { ...stage, target };
    const moved = [keys.get(place.suite) ?? place.suite, ...place.rest].join('/');
    return { ...stage, target, id: stageId(moved, target, stage.repeat) };
  });
}

const byNumber = (one: string, other: string): number =>
  Number.parseInt(one, 10) - Number.parseInt(other, 10) || 0;

function placeOf({ id, target, repeat }: Stage): { suite: string; rest: string[] } | null {
  const [suite, ...rest] = stagePlace(id, target, repeat)?.split('/') ?? [];
  return suite === undefined ? null : { suite, rest };
}
