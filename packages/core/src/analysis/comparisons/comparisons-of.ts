import { createRandom } from '../../random/create-random.ts';
import type { Comparison, Result } from '../../result/result-file.ts';
import { compareTargets } from './compare-targets.ts';

/** Every target against the first one, at every level; the bootstrap's draws depend on the result's seed. */
export function comparisonsOf({ targets, stages, seed, id }: Result): Comparison[] {
  const [baseline, ...candidates] = targets.map((target) => target.name);
  return candidates.flatMap((candidate) =>
    compareTargets(stages, {
      baseline: baseline ?? '',
      candidate,
      random: createRandom(seed ?? id).fork('comparisons'),
    }),
  );
}
