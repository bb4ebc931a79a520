import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataFolder, type DataFolder } from '../datasets/testing/data-folder.ts';
import { readLines } from './read-lines.ts';

let folder: DataFolder;
beforeAll(async () => {
  folder = await createDataFolder();
});
afterAll(() => folder.remove());

async function linesOf(content: string): Promise<readonly (readonly [number, string])[]> {
  const found: (readonly [number, string])[] = [];
  await readLines(await folder.write('lines', content), (line, number) => found.push([number, line]));
  return found;
}

test('lines come without their ends and without a byte order mark, numbered from 1', async () => {
  expect(await linesOf('\uFEFFone\r\n\ntwo\u2028 2\nthree')).toEqual([
    [1, 'one'],
    [2, ''],
    [3, 'two\u2028 2'],
    [4, 'three'],
  ]);
  expect(await linesOf('')).toEqual([]);
});

test('a line and a character that are cut by the pieces of a read stay whole', async () => {
  // The file is read in pieces of 2^20 bytes; a character of three bytes lies on each border.
  const line = '한'.repeat(400_000);
  expect(await linesOf(`${line}\n${line}`)).toEqual([
    [1, line],
    [2, line],
  ]);
});
