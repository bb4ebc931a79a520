import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkOutputPath, writeResultFile } from './result-writer.ts';
import { measuredResult } from './testing/measured-result.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kneepoint-result-'));
  onTestFinished(async () => {
    await chmod(path, 0o700);
    await rm(path, { recursive: true });
  });
  return path;
}
const result = measuredResult([]);

test('a result is written whole, under its own name alone', async () => {
  const path = await folder();
  await writeResultFile(join(path, 'result.json'), result);
  expect(await readdir(path)).toEqual(['result.json']);
  expect(JSON.parse(await readFile(join(path, 'result.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(result)),
  );
});

test('the result of an earlier stage is replaced, never half overwritten', async () => {
  const path = join(await folder(), 'result.json');
  await writeResultFile(path, { ...result, name: 'a'.repeat(100_000) });
  await writeResultFile(path, result);
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ name: 'bench' });
});

test('a result that cannot be written is an error with a hint, and leaves nothing behind', async () => {
  const path = await folder();
  await mkdir(join(path, 'result.json'));
  await expect(writeResultFile(join(path, 'result.json'), result)).rejects.toMatchObject({
    code: 'result-not-written',
    exitCode: 1,
    hint: expect.stringContaining('--output') as string,
  });
  expect(await readdir(path)).toEqual(['result.json']);
});

test('before a run, a free name in a folder that exists is accepted and nothing is left there', async () => {
  const path = await folder();
  await checkOutputPath(join(path, 'result.json'));
  expect(await readdir(path)).toEqual([]);
});

test('before a run, a missing folder and a name that is taken are refused', async () => {
  const path = await folder();
  await writeFile(join(path, 'taken.json'), '');
  await expect(checkOutputPath(join(path, 'no', 'result.json'))).rejects.toMatchObject({
    code: 'output-folder-missing',
    exitCode: 2,
  });
  await expect(checkOutputPath(join(path, 'taken.json'))).rejects.toMatchObject({
    code: 'output-exists',
    exitCode: 2,
  });
});
