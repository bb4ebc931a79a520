import { usageError } from '../errors/kneepoint-error.ts';
import { isOwnStage, type OwnStage } from './own-stage.ts';
import { parseResult, readResultFile } from './read-result.ts';
import type { Result } from './result-file.ts';

/** A result of a run of Kneepoint, complete or not: what an imported one may lack is there. */
export type OwnResult = Omit<Result, 'stages' | 'seed' | 'salt'> & {
  readonly stages: OwnStage[];
  readonly seed: string;
  readonly salt: string;
};

/** The result of a run, or a usage error for one that another tool measured or a person wrote; `source` names it there. */
export function ownResult(result: Result, source: string): OwnResult {
  const { seed, salt } = result;
  const stages = result.stages.filter(isOwnStage);
  if (seed !== null && salt !== null && stages.length === result.stages.length)
    return { ...result, seed, salt, stages };
  throw usageError(
    'result-not-own',
    `${source} was not measured by kneepoint`,
    'give the result of a run; report and audit take imported ones',
  );
}

/** Reads the result file of a run. Throws a usage error for anything else. */
export const readOwnResultFile = async (path: string): Promise<OwnResult> =>
  ownResult(await readResultFile(path), path);

/** Checks the text of a run's result; `source` names it in errors. */
export const parseOwnResult = (text: string, source: string): OwnResult =>
  ownResult(parseResult(text, source), source);
