import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLengthsFile } from './read-lengths-file.ts';
import { createDataFolder, type DataFolder } from './testing/data-folder.ts';

let folder: DataFolder;
beforeAll(async () => {
  folder = await createDataFolder();
});
afterAll(() => folder.remove());

test.each([
  ['lines.txt', '12\n7\n\n12'],
  ['windows.txt', '\uFEFF12\r\n 7 \r\n12\r\n'],
  ['array.json', ' [12,\n 7, 12]\n'],
])('%s holds its lengths in order, equal ones twice', async (name, content) => {
  expect(await readLengthsFile(await folder.write(name, content))).toEqual([12, 7, 12]);
});

test.each([
  ['12\n\n7.5', 'line 3: "7.5" is no whole number'],
  ['0', 'line 1: 0 is no whole number of at least 1'],
  ['-4', 'line 1: "-4" is no'],
  ['12 tokens', 'line 1: "12 tokens" is no'],
  ['99999999999999999999', 'line 1: 100000000000000000000 is no'],
  ['[12, "7"]', 'number 2: "7" is no whole number of at least 1'],
  ['[12, null]', 'number 2: null is no'],
  ['[12', 'begins like a JSON array and is none'],
  ['\n \n', 'has no lengths'],
  ['[]', 'has no lengths'],
])('in a file of %j it is told what is wrong and where', async (content, told) => {
  const path = await folder.write('lengths.txt', content);
  await expect(readLengthsFile(path)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(told),
    hint: expect.stringContaining('one whole number of at least 1 a line'),
  });
});

test('a file that is not there is told', async () => {
  await expect(readLengthsFile(join(folder.path, 'nowhere.txt'))).rejects.toMatchObject({
    code: 'file-unreadable',
    message: expect.stringContaining('no file of lengths can be read at'),
  });
});
