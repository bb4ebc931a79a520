import { type Result, scorecardOf } from '@kneepoint/core';
import { knownProblemsOf } from '@kneepoint/runner-agent/knowledge';

/**
 * The result with the known problems that concern it, where nobody has looked for them: an agent does, a run against
 * servers that were there before and an import do not. Of what is derived only the stars depend on them.
 */
export function withKnownProblems(result: Result): Result {
  if (result.knownProblems.length > 0) return result;
  const knownProblems = knownProblemsOf(result);
  if (knownProblems.length === 0) return result;
  const told = { ...result, knownProblems };
  return { ...told, analysis: { ...told.analysis, scorecard: scorecardOf(told) } };
}
