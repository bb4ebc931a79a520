import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';

/** The name of a records file that is still written. */
export const partialName = (path: string): string => `${path}.partial`;
const earlierName = (path: string): string => `${path}.earlier`;

/**
 * Puts the records of an interrupted run aside, whether it ended in order or was killed, so that a new file can be begun.
 * Returns where they are, or `null` when there are none. What an interrupted salvage had put aside is what counts.
 */
export async function setAsideRecords(path: string): Promise<string | null> {
  const earlier = earlierName(path);
  if (!(await exists(earlier))) {
    const from = (await exists(path)) ? path : (await exists(partialName(path))) ? partialName(path) : null;
    if (from === null) return null;
    await rename(from, earlier);
  }
  await rm(partialName(path), { force: true });
  return earlier;
}

/** The lines of a records file that belong to these stages. A file cut anywhere gives the lines before the cut. */
export async function* linesOfStages(path: string, stages: ReadonlySet<string>): AsyncGenerator<string> {
  const unzipped = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  // A cut file ends in an error; what came before it has been handed on.
  pipeline(createReadStream(path), unzipped, () => {});
  const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const stage = stageOf(line);
    if (stage !== null && stages.has(stage)) yield line;
  }
}

function stageOf(line: string): string | null {
  try {
    const record: unknown = JSON.parse(line);
    const stage: unknown =
      typeof record === 'object' && record !== null ? Reflect.get(record, 'stage') : null;
    return typeof stage === 'string' ? stage : null;
  } catch {
    return null;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
