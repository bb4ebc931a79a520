import { gunzipSync, gzipSync } from 'node:zlib';
import { exitCodes, KneepointError, type Result, resultSchema, upgradeResult } from '@kneepoint/core';

/** The result as gzip-compressed JSON. */
export function compressResult(result: Result): Buffer {
  return gzipSync(JSON.stringify(result));
}

/** The result from its compressed form. Throws a KneepointError `stored-result-unreadable` when it is not one. */
export function readCompressedResult(id: string, document: Uint8Array): Result {
  try {
    return resultSchema.parse(upgradeResult(JSON.parse(gunzipSync(document).toString('utf8'))));
  } catch (cause) {
    throw new KneepointError(`The stored result ${id} cannot be read`, {
      code: 'stored-result-unreadable',
      exitCode: exitCodes.usage,
      hint: 'It was damaged or saved by an incompatible version; save the result file again.',
      cause,
    });
  }
}
