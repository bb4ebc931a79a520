import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { usageError } from '@kneepoint/core';

/** A file's text with its name, without its folder. */
export type SourceText = { readonly name: string; readonly text: string };

/** The largest file that is read: it is held in memory as a whole, several times over while it is parsed. */
export const largestSourceBytes = 256 * 2 ** 20;

/** Reads a file of another tool, or a document. Throws a usage error for one that cannot be read, is empty or too large. */
export async function readSource(path: string): Promise<SourceText> {
  const name = basename(path);
  const state = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (state.isDirectory()) {
    throw usageError('import-folder', `${path} is a folder`, 'give the result file in it');
  }
  if (state.size > largestSourceBytes) {
    throw usageError(
      'import-too-large',
      `${path} has ${megabytes(state.size)}, and at most ${megabytes(largestSourceBytes)} are read`,
      "give the tool's summary in place of its records, or fewer records",
    );
  }
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (text.trim() === '') {
    throw usageError(
      'import-empty',
      `${path} is empty`,
      'give the file that the tool wrote at the end of its run',
    );
  }
  return { name, text: text.replace(/^\uFEFF/, '') };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;

function unreadable(path: string, error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  return usageError(
    'import-unreadable',
    `${path} cannot be read: ${why}`,
    "give the path of a tool's result file",
  );
}
