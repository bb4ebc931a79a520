import { readFile } from 'node:fs/promises';

/** The last lines of a log file; a file that does not exist yet has none. */
export async function logTail(file: string, lines = 40): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
