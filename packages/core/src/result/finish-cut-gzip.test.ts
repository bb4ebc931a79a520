import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { continued, finishCutGzip, gzipStart } from './finish-cut-gzip.ts';

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

/** A gzip file up to a flush. */
const flushed = (text: string): Buffer =>
  Buffer.concat([header, deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH })]);

test('a file that is cut behind a flush becomes whole again, and holds what was flushed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-gzip-'));
  const path = join(folder, 'x.gz');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }),
      fc.uint8Array({ maxLength: 50 }),
      async (texts, rest) => {
        const text = texts.join('');
        const good = flushed(text);
        const mark = texts.reduce(continued, gzipStart);
        await writeFile(path, Buffer.concat([good, rest]));
        await finishCutGzip(path, { ...mark, fileBytes: good.length });
        expect(gunzipSync(await readFile(path)).toString('utf8')).toBe(text);
      },
    ),
  );
  await rm(folder, { recursive: true });
});

test('a file in which nothing is known to be good becomes an empty one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-gzip-'));
  const path = join(folder, 'x.gz');
  await writeFile(path, 'half a block');
  await finishCutGzip(path, gzipStart);
  expect(gunzipSync(await readFile(path)).toString('utf8')).toBe('');
  await rm(folder, { recursive: true });
});
