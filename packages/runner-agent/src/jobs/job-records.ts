import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';

/**
 * Adds the records of a turn to those of its job and removes the turn's file. Files of gzip may stand one after the other
 * in one file, so nothing is packed anew. Does nothing where the turn wrote none.
 */
export async function addRecords(turnPath: string, jobPath: string): Promise<void> {
  if (!(await exists(turnPath))) return;
  if (await exists(jobPath)) {
    await pipeline(createReadStream(turnPath), createWriteStream(jobPath, { flags: 'a' }));
    await rm(turnPath);
  } else await rename(turnPath, jobPath);
}

/** Adds what a killed run had written of a turn: whole lines only, packed anew, because its file was cut anywhere. */
export async function salvageRecords(turnPath: string, jobPath: string): Promise<void> {
  const cut = `${turnPath}.partial`;
  if (!(await exists(cut))) return addRecords(turnPath, jobPath);
  await pipeline(Readable.from(wholeLines(cut)), createGzip(), createWriteStream(turnPath));
  await rm(cut);
  await addRecords(turnPath, jobPath);
}

async function* wholeLines(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  // The end of a cut file is an error; what came before it has been handed on.
  const reading = pipeline(createReadStream(path), unpacked).catch(() => undefined);
  for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY }))
    if (isJson(line)) yield `${line}\n`;
  await reading;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
