import { readFile } from 'node:fs/promises';

/** Parses JSON as Python writes it: with `Infinity` and `NaN`, which become null. Throws on anything else that is not JSON. */
export function parsePythonJson(text: string): unknown {
  return JSON.parse(text.replaceAll(/(?<=[:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,}\]])/g, 'null'));
}

/** Reads a file of Python's JSON; of several lines with a value each, the last one. */
export async function readPythonJson(path: string): Promise<unknown> {
  return parsePythonJson(await readFile(path, 'utf8'));
}

/** The last value of a file that has one on each line. */
export async function readLastJsonLine(path: string): Promise<unknown> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return parsePythonJson(lines.at(-1) ?? '');
}
