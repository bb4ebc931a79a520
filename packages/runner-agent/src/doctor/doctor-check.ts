import type { KnownProblemId } from '../knowledge/embedded-problems.ts';
import type { KnownProblem } from '../knowledge/known-problem.ts';
import { knownProblemOf } from '../knowledge/known-problem-of.ts';

/** What a check looked at. */
export type CheckScope = 'host' | 'server' | 'plan';

/** What a check found. Nothing is a problem because it could not be read: then it was skipped, and why. */
export type CheckFinding =
  | { readonly outcome: 'ok'; readonly detail: string }
  | {
      readonly outcome: 'problem';
      /** `error` stops or falsifies a measurement; `advice` is worth knowing. */
      readonly weight: KnownProblem['weight'];
      /** What was seen here, with its figures. */
      readonly detail: string;
      readonly problem: KnownProblem;
    }
  | { readonly outcome: 'skipped'; readonly reason: string };

/** One check and what it found. */
export type DoctorCheck = CheckFinding & {
  readonly scope: CheckScope;
  /** Such as `file-descriptors`; stable, for scripts. */
  readonly name: string;
  /** The target of the plan that was looked at; `null` for host and server. */
  readonly target: string | null;
};

/** Nothing is wrong. */
export const fine = (detail: string): CheckFinding => ({ outcome: 'ok', detail });

/** It could not be looked at. */
export const skipped = (reason: string): CheckFinding => ({ outcome: 'skipped', reason });

/** A known problem was seen; `weight` where this host makes it more or less than it usually is. */
export function problemSeen(
  id: KnownProblemId,
  detail: string,
  weight?: KnownProblem['weight'],
): CheckFinding {
  const problem = knownProblemOf(id);
  return { outcome: 'problem', weight: weight ?? problem.weight, detail, problem };
}
