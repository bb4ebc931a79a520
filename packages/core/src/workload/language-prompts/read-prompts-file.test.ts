import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPromptsFile } from './read-prompts-file.ts';

async function read(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const path = join(await mkdtemp(join(tmpdir(), 'prompts-')), name);
  await writeFile(path, content);
  return readPromptsFile(path);
}

test.each([
  [
    'a.txt',
    '\ufeffSchreibe ein Gedicht\r\n\r\n  Nenne zehn Dinge  \n',
    ['Schreibe ein Gedicht', 'Nenne zehn Dinge'],
  ],
  ['a.yaml', '- eins\n- |\n  zwei\n  drei\n', ['eins', 'zwei\ndrei']],
  ['a.json', '["eins", "zwei"]', ['eins', 'zwei']],
])('%s is read in its order', async (name, content, expected) => {
  expect(await read(name, content)).toEqual(expected);
});

test.each([
  ['a.txt', ' \n\n', 'has no prompts'],
  ['a.yaml', 'a: 1', 'is no list'],
  ['a.json', '["eins", 2]', 'entry 2: is no text'],
  ['a.json', '["eins"', 'cannot be read'],
  ['a.txt', new Uint8Array([0x47, 0xfc, 0x74]), 'is no UTF-8 text'],
])('%s with %j is refused', async (name, content, problem) => {
  await expect(read(name, content)).rejects.toThrow(problem);
});
