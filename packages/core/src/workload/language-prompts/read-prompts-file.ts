import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { usageError } from '../../errors/kneepoint-error.ts';
import { assertDataFile } from '../datasets/data-file.ts';

const limitBytes = 4 * 1024 ** 2;
const shape = 'write one prompt a line, or a list of texts in YAML or JSON';

/**
 * The prompts of a language: a text with one prompt a line (empty lines are left out), or, where the file's name ends in
 * `.yaml`, `.yml` or `.json`, a list of texts. UTF-8, up to 4 MiB. Rejects with a usage error that names the file and the
 * place.
 */
export async function readPromptsFile(path: string): Promise<readonly string[]> {
  await assertDataFile(path, 'file of prompts', limitBytes);
  const text = decoded(path, await readFile(path));
  const prompts = /\.(?:ya?ml|json)$/i.test(path) ? listed(path, text) : lines(text);
  if (prompts.length === 0) throw usageError('prompts-empty', `${path} has no prompts`, shape);
  return prompts;
}

/** Prompts in another encoding would be sent as broken characters, and the answers judged for them. */
function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageError('prompts-invalid', `${path} is no UTF-8 text`, 'save the file as UTF-8');
  }
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function listed(path: string, text: string): readonly string[] {
  const value = parsedList(path, text);
  if (!Array.isArray(value)) throw usageError('prompts-invalid', `${path} is no list`, shape);
  return value.map((entry: unknown, index) => {
    if (typeof entry === 'string' && entry.trim() !== '') return entry.trim();
    throw usageError('prompts-invalid', `${path}, entry ${index + 1}: is no text`, shape);
  });
}

function parsedList(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError('prompts-invalid', `${path} cannot be read (${reason})`, shape);
  }
}
