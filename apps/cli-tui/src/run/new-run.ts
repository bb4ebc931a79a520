import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { BenchmarkOrder } from '@kneepoint/core';
import { toolOfRun } from './tool-version.ts';

/** Identity, seed and salt of a new run. The salt is always new; the seed is new unless one is given. */
export function newRun(
  seed: string | null,
  now: Date,
): Pick<BenchmarkOrder, 'id' | 'seed' | 'salt' | 'tool'> {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace(/\..*/, '').replace('T', '-');
  return {
    id: `${stamp}-${randomBytes(3).toString('hex')}`,
    seed: seed ?? randomBytes(8).toString('hex'),
    salt: randomBytes(8).toString('hex'),
    tool: toolOfRun(),
  };
}

/** The request records stand beside the result file: `x.json` has `x.requests.ndjson.gz`. */
export function requestsPathBeside(outputPath: string): { readonly path: string; readonly name: string } {
  const path = `${outputPath.replace(/\.json$/, '')}.requests.ndjson.gz`;
  return { path, name: basename(path) };
}
