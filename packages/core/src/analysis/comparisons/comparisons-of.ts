import { createRandom } from '../../random/create-random.ts';
import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { compareTargets } from './compare-targets.ts';
import { correctVerdicts } from './correct-verdicts.ts';

/**
 * Every target against the first one, at every level, corrected for their number. The bootstrap's draws depend on the
 * result's seed, so the same result has the same comparisons.
 */
export function comparisonsOf({ targets, stages, seed, id }: Result): Comparison[] {
  const [baseline, ...candidates] = targets.map((target) => target.name);
  if (baseline === undefined) return [];
  const random = createRandom(seed ?? id).fork('comparisons');
  return correctVerdicts(
    candidates.flatMap((candidate) => compareTargets(stages, { baseline, candidate, random })),
  );
}
