import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, resultSchema, upgradeResult } from '@kneepoint/core';

const fixture = resultSchema.parse(
  upgradeResult(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '__fixtures__', 'result.json'), 'utf8')),
  ),
);

/** A valid result of three stages at 1, 10 and 50 users; `changes` replaces whole fields. */
export function sampleResult(changes: Partial<Result> = {}): Result {
  return { ...fixture, ...changes };
}
