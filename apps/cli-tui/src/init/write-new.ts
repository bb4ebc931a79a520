import { writeFile } from 'node:fs/promises';
import { usageError } from '@kneepoint/core';

/** Writes a file that is not there yet: a plan that somebody may have written by hand is never overwritten. */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw usageError(
      exists ? 'output-exists' : 'output-not-writable',
      exists ? `${path} is there already` : `${path} cannot be written: ${String(error)}`,
      'give another path: kneepoint init --output other.yaml',
    );
  }
}
