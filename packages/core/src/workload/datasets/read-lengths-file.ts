import { readFile } from 'node:fs/promises';
import { usageError } from '../../errors/kneepoint-error.ts';
import { assertDataFile } from './data-file.ts';

const limitBytes = 64 * 1024 ** 2;
const shape = 'write one whole number of at least 1 a line, or all of them as a JSON array';

/**
 * The lengths of an empirical distribution: a file of one whole number a line (empty lines are left out) or of a JSON array
 * of them, up to 64 MiB. Rejects with a usage error that names file, line or place, and what stands there.
 */
export async function readLengthsFile(path: string): Promise<number[]> {
  await assertDataFile(path, 'file of lengths', limitBytes);
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  const lengths = text.trimStart().startsWith('[') ? arrayLengths(path, text) : lineLengths(path, text);
  if (lengths.length === 0) throw usageError('lengths-empty', `${path} has no lengths`, shape);
  return lengths;
}

function lineLengths(path: string, text: string): number[] {
  const lengths: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (!/^\d+$/.test(trimmed)) throw wrongLength(path, `line ${index + 1}`, JSON.stringify(trimmed));
    lengths.push(checked(path, `line ${index + 1}`, Number(trimmed)));
  }
  return lengths;
}

function arrayLengths(path: string, text: string): number[] {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError('lengths-invalid', `${path} begins like a JSON array and is none (${reason})`, shape);
  }
  if (!Array.isArray(values)) throw usageError('lengths-invalid', `${path} is no JSON array`, shape);
  return values.map((value: unknown, index) => checked(path, `number ${index + 1}`, value));
}

function checked(path: string, place: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  throw wrongLength(path, place, JSON.stringify(value));
}

function wrongLength(path: string, place: string, found: string): Error {
  const told = found.length > 60 ? `${found.slice(0, 60)}...` : found;
  return usageError('lengths-invalid', `${path}, ${place}: ${told} is no whole number of at least 1`, shape);
}
