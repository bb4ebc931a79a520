import { analyzeResult, type Result } from '@kneepoint/core';
import { knownProblemsOf } from '@kneepoint/runner-agent/knowledge';

/**
 * The result with the known problems that concern it, where nobody has looked for them: an agent does, a run against
 * servers that were there before and an import do not. What is derived from them is derived anew.
 */
export function withKnownProblems(result: Result): Result {
  if (result.knownProblems.length > 0) return result;
  const knownProblems = knownProblemsOf(result);
  return knownProblems.length === 0 ? result : analyzeResult({ ...result, knownProblems });
}
