import type { PhysicalLimit } from '../../result/analysis/physical-limit-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { notSteadySingleUsers } from './not-steady.ts';
import type { ResultLevels } from './usable-levels.ts';

/** A limit whose share is known, and can be: above 1 the measurement is wrong. */
export type ReachedLimit = PhysicalLimit & { readonly limit: number; readonly share: number };

/**
 * What a target reaches of the physical limit when it decodes for one user: in the single-user suite, or where that is
 * missing or no steady state, in the suite of one user that reaches most. `null` where none is known.
 */
export function singleUserLimit(result: Result, levels: ResultLevels, target: string): ReachedLimit | null {
  const isSteady = notSteadySingleUsers(result, levels).every((one) => one.target !== target);
  const suite = levels.singleUser?.suite;
  const own = reachedLimits(result, target).filter(({ users }) => users === 1);
  const alone = own.find((limit) => limit.suite === suite);
  if (alone !== undefined && isSteady) return alone;
  const others = own.filter((limit) => limit.suite !== suite);
  return others.toSorted((one, other) => other.share - one.share)[0] ?? null;
}

/** The same for the most users that were measured together; `null` where that is one. */
export function manyUsersLimit(result: Result, target: string): ReachedLimit | null {
  const own = reachedLimits(result, target).filter(({ users }) => users > 1);
  return own.toSorted((one, other) => other.users - one.users)[0] ?? null;
}

function reachedLimits({ analysis }: Result, target: string): ReachedLimit[] {
  return analysis.physicalLimits.flatMap((one) => {
    const { limit, share, phase } = one;
    if (one.target !== target || phase !== 'decode' || limit === null || share === null || share > 1)
      return [];
    return [{ ...one, limit, share }];
  });
}
