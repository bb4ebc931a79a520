import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type OwnResult, type OwnStage, ownResult, resultSchema } from '../../packages/core/src/index.ts';

/** A result file, checked against the schema. */
export const readResult = (path: string): OwnResult =>
  ownResult(resultSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), path);

/** The stage at a place; a test that asks for one that is missing has failed. */
export function stageAt(result: OwnResult, position: number): OwnStage {
  const stage = result.stages[position];
  if (stage === undefined) throw new Error(`the result has ${result.stages.length} stages only`);
  return stage;
}

/** Every line of a file of request records. */
export const readRecords = (path: string): readonly Readonly<Record<string, unknown>>[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
