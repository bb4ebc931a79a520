import {
  type BenchmarkOrder,
  type PlannedStage,
  parseTargetUrl,
  type Result,
  readOwnResultFile,
  type TargetRequest,
  usageError,
} from '@kneepoint/core';
import { newRun } from './new-run.ts';

/** The flags that say which run this is. */
export type IdentityFlags = { readonly seed?: string | undefined; readonly resume?: string | undefined };

type Identity = Pick<BenchmarkOrder, 'id' | 'seed' | 'salt' | 'tool' | 'resumeFrom'>;

/**
 * A new run, or the interrupted one that `--resume` names: the same id, seed and salt, so that what is left to do is done as
 * it would have been. Throws a usage error when that one has another seed, other stages or targets: its figures would not belong to the
 * rest.
 */
export async function runIdentity(
  { seed, resume }: IdentityFlags,
  stages: readonly PlannedStage[],
  targets: readonly TargetRequest[],
): Promise<Identity> {
  const fresh = newRun(seed ?? null, new Date());
  if (resume === undefined) return { ...fresh, resumeFrom: null };
  const earlier = await readOwnResultFile(resume);
  const problem =
    strangeSeed(earlier, seed) ?? strangeTarget(earlier, targets) ?? strangeStage(earlier, stages);
  if (problem !== null)
    throw usageError(
      'resume-other-run',
      `${resume} cannot be resumed: ${problem}`,
      'give the flags or the plan of the run that was interrupted',
    );
  return { ...fresh, id: earlier.id, seed: earlier.seed, salt: earlier.salt, resumeFrom: earlier };
}

function strangeSeed(result: Result, seed: string | undefined): string | null {
  return seed === undefined || seed === result.seed ? null : `its seed is "${result.seed}", not "${seed}"`;
}

function strangeTarget(result: Result, targets: readonly TargetRequest[]): string | null {
  for (const { name, url } of result.targets) {
    const target = targets.find((candidate) => candidate.name === name);
    if (target === undefined) return `it has the target "${name}", which this run does not have`;
    const { shownUrl } = parseTargetUrl(target.url);
    if (shownUrl !== url) return `it measured ${url}, not ${shownUrl}`;
  }
  return null;
}

function strangeStage(result: Result, stages: readonly PlannedStage[]): string | null {
  const planned = new Map(stages.map((stage) => [stage.id, stage]));
  const strange = result.stages.find((stage) => {
    const known = planned.get(stage.id);
    return known === undefined || known.load.loop !== stage.load.loop;
  });
  return strange === undefined ? null : `it has the stage "${strange.id}", which this run does not have`;
}
