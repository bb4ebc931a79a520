import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '@kneepoint/core';

/** Checks that a tokenizer is where it should be before any server is asked; what is in it shows when it is loaded. */
export async function checkTokenizerPath(path: string): Promise<void> {
  const found = await kindOf(path);
  if (found === 'file') return;
  if (found === 'directory' && (await kindOf(join(path, 'tokenizer.json'))) === 'file') return;
  throw usageError(
    'tokenizer-missing',
    `there is no tokenizer at ${path}${found === 'directory' ? ' (no tokenizer.json in it)' : ''}`,
    "give the folder of the model's tokenizer or its tokenizer.json; without one, prompt lengths are approximate",
  );
}

async function kindOf(path: string): Promise<'file' | 'directory' | 'missing'> {
  const state = await stat(path).catch(() => null);
  if (state === null) return 'missing';
  return state.isDirectory() ? 'directory' : 'file';
}
