import { exitCodes, type OwnResult, type Plan, ratingRubric, writeResultFile } from '@kneepoint/core';
import { authorizationHeader } from '../flags/api-key.ts';
import { judgeExcerpts } from './judge-excerpts.ts';

/**
 * The result with the ratings of the judge that the plan names, written anew; as it is where it names none, or where the run
 * was interrupted. Call it when all was measured: a judge on the same host would take what the measured servers need.
 */
export async function judgePlanned(
  { judge }: Plan,
  result: OwnResult,
  path: string,
  { environment, say }: { readonly environment: NodeJS.ProcessEnv; readonly say: (text: string) => void },
): Promise<OwnResult> {
  if (judge === undefined || result.exit?.code === exitCodes.interrupted) return result;
  const judged = await judgeExcerpts(result, {
    url: judge.url,
    model: judge.model,
    headers: authorizationHeader(judge.apiKeyEnv, environment),
    rubric: judge.rubric ?? ratingRubric,
    timeoutMillis: judge.timeout / 1000,
    say,
  });
  await writeResultFile(path, judged.result);
  return judged.result;
}
