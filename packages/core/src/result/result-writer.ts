import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { exitCodes, KneepointError, usageError } from '../errors/kneepoint-error.ts';
import type { Result } from './result-file.ts';

/** Writes the whole file under a temporary name beside its own, then renames it: a reader never sees half a file. */
export async function writeResultFile(path: string, result: Result): Promise<void> {
  const temporary = `${path}.${process.pid}.partial`;
  try {
    await writeFile(temporary, `${JSON.stringify(result, null, 2)}\n`);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new KneepointError(
      `the result file ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      {
        code: 'result-not-written',
        exitCode: exitCodes.internal,
        hint: 'free some space or choose another folder with --output',
        cause: error,
      },
    );
  }
}

/** Checks before anything is measured that the file can be written: it must not exist, its folder must. */
export async function checkOutputPath(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const folderState = await stat(folder).catch(() => null);
  if (folderState === null || !folderState.isDirectory()) {
    throw usageError(
      'output-folder-missing',
      `the folder ${folder} of --output does not exist`,
      `make it first: mkdir -p ${folder}`,
    );
  }
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists)
    throw usageError(
      'output-exists',
      `the file ${path} of --output exists already`,
      'choose another name, or remove it first',
    );
  try {
    await writeFile(`${path}.partial`, '', { flag: 'w' });
    await rm(`${path}.partial`);
  } catch (error) {
    throw usageError(
      'output-not-writable',
      `the folder ${folder} of --output cannot be written to`,
      `${error instanceof Error ? error.message : error}`,
    );
  }
}
