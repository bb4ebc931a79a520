import { embeddedProblems, type KnownProblemId } from './embedded-problems.ts';
import type { KnownProblem } from './known-problem.ts';

/** The known problem of that name. */
export function knownProblemOf(id: KnownProblemId): KnownProblem {
  const found = embeddedProblems.find((problem) => problem.id === id);
  if (found === undefined) throw new Error(`there is no known problem ${id}`);
  return found;
}
