import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { constants, gunzipSync } from 'node:zlib';
import { type OwnResult, parseOwnResult } from '../../packages/core/src/index.ts';

const lookMillis = 10;

/** The result file as it is now, checked against the schema; `null` while there is none. Half a file is an error. */
export const resultNow = (path: string): OwnResult | null =>
  existsSync(path) ? parseOwnResult(readFileSync(path, 'utf8'), path) : null;

/** Reads the file over and over for a while, as a person would: each look must be whole. Returns the last one. */
export async function watchResult(path: string, millis: number): Promise<OwnResult | null> {
  const end = performance.now() + millis;
  let last = resultNow(path);
  while (performance.now() < end) {
    await delay(Math.min(lookMillis, end - performance.now()));
    last = resultNow(path) ?? last;
  }
  return last;
}

/**
 * The records beside a result, however the run ended: under their own name, or under that of a file that is still written,
 * read up to where it was cut. Only its last line may be cut.
 */
export function recordsLeft(output: string): readonly Readonly<Record<string, unknown>>[] {
  const whole = output.replace(/\.json$/, '.requests.ndjson.gz');
  const path = existsSync(whole) ? whole : `${whole}.partial`;
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  if (bytes.length === 0) return [];
  const lines = gunzipSync(bytes, path === whole ? {} : { finishFlush: constants.Z_SYNC_FLUSH })
    .toString('utf8')
    .split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
