import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { RequestRecordsWriter } from './request-records-writer.ts';
import { linesOfStages, setAsideRecords } from './salvage-records.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kneepoint-salvage-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

const line = (stage: string, index: number): string => `${JSON.stringify({ stage, index })}\n`;
const records = Array.from({ length: 4000 }, (_, index) => line(index < 2000 ? 'done' : 'begun', index)).join(
  '',
);

/** As a killed run leaves it: flushed here and there, and cut in the middle of something. */
const killed = gzipSync(records, { finishFlush: constants.Z_SYNC_FLUSH });

async function linesIn(path: string, stages: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of linesOfStages(path, new Set(stages))) lines.push(one);
  return lines;
}

test('a file that was cut anywhere gives the lines of the finished stages before the cut', async () => {
  const path = join(await folder(), 'cut.gz');
  for (const share of [1, 0.9, 0.5, 0.1]) {
    await writeFile(path, killed.subarray(0, Math.floor(killed.length * share)));
    const lines = await linesIn(path, ['done']);
    expect(lines).toEqual(records.split('\n').slice(0, lines.length));
    if (share >= 0.9) expect(lines).toHaveLength(2000);
  }
  await writeFile(path, killed.subarray(0, 5));
  expect(await linesIn(path, ['done'])).toEqual([]);
});

test('a resumed run keeps the records of its finished stages and goes on behind them', async () => {
  const path = join(await folder(), 'x.requests.ndjson.gz');
  await writeFile(`${path}.partial`, killed);
  const writer = await RequestRecordsWriter.open(path, new Set(['done']));
  expect(writer.count).toBe(2000);
  await writer.close();
  expect(gunzipSync(await readFile(path)).toString('utf8')).toBe(
    `${records.split('\n').slice(0, 2000).join('\n')}\n`,
  );
  expect(await readdir(join(path, '..'))).toEqual(['x.requests.ndjson.gz']);
});

test('a salvage that was itself interrupted starts again from what it had put aside', async () => {
  const path = join(await folder(), 'x.requests.ndjson.gz');
  await writeFile(path, killed);
  expect(await setAsideRecords(path)).toBe(`${path}.earlier`);
  await writeFile(`${path}.partial`, 'half a copy');
  expect(await setAsideRecords(path)).toBe(`${path}.earlier`);
  expect(await readdir(join(path, '..'))).toEqual(['x.requests.ndjson.gz.earlier']);
});

test('without earlier records there is nothing to put aside', async () => {
  expect(await setAsideRecords(join(await folder(), 'none.gz'))).toBeNull();
});
