import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Result, resultSchema, type Stage } from '../../packages/core/src/index.ts';

/** A result file, checked against the schema. */
export const readResult = (path: string): Result =>
  resultSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** The stage at a place; a test that asks for one that is missing has failed. */
export function stageAt(result: Result, position: number): Stage {
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
