import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '@kneepoint/core';

/** A folder for the files of one run. */
export type OutputFolder = {
  /** The path of a file in it. */
  path(name: string): string;
  /** The same as a person should see it. */
  shown(name: string): string;
};

/** Makes the folder: the one asked for, which must not hold a result yet, or `out/NAME` with a number when that exists. */
export async function makeOutputFolder(asked: string | null, name: string): Promise<OutputFolder> {
  if (asked !== null) {
    if (await exists(join(asked, 'result.json'))) {
      throw usageError(
        'output-exists',
        `the folder ${asked} holds a result.json already`,
        'choose another folder with --output',
      );
    }
    return openFolder(asked);
  }
  const base = join('out', name.replace(/[^\w.-]+/g, '-'));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!(await exists(candidate))) return openFolder(candidate);
  }
}

/** The folder, made when it is missing; what is in it may be replaced. */
export async function openFolder(folder: string): Promise<OutputFolder> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw usageError(
      'output-folder',
      `the folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      'choose another folder',
    );
  }
  return { path: (name) => join(folder, name), shown: (name) => join(folder, name) };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
