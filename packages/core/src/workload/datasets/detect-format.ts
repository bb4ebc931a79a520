import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DatasetFormat } from '../../plan/prompt-plan.ts';
import { unclearFormat } from './dataset-problems.ts';
import type { RawEntry } from './entry-splitter.ts';
import { LineSplitter } from './line-splitter.ts';

const headBytes = 65_536;

/** The first two characters of a file that are no space, fewer where it has fewer. A byte order mark is none. */
export async function firstCharacters(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = new TextDecoder().decode(buffer.subarray(0, bytesRead));
    return head.replaceAll(/\s/g, '').slice(0, 2);
  } finally {
    await file.close();
  }
}

/**
 * The format that a file's first entry shows: an array is ShareGPT's, objects a line tell by their keys, anything else is
 * text. Rejects with a usage error for objects that no format knows; `skipBadLines` looks at later lines too.
 */
export async function detectFormat(path: string, skipBadLines: boolean): Promise<DatasetFormat> {
  const start = await firstCharacters(path);
  if (start.startsWith('{')) return formatOfLines(path, skipBadLines);
  return start === '[{' || start === '[]' ? 'sharegpt' : 'text';
}

async function formatOfLines(path: string, skipBadLines: boolean): Promise<DatasetFormat> {
  let firstUnknown: number | null = null;
  for await (const { number, bytes } of linesOf(path)) {
    const text = new TextDecoder().decode(bytes);
    if (text.trim() === '') continue;
    const format = formatOf(text);
    if (format !== null) return format;
    firstUnknown ??= number;
    if (!skipBadLines) break;
  }
  const keys = '"messages", "body", "conversations" or "prompt"';
  throw unclearFormat(path, `line ${firstUnknown ?? 1} is no JSON object with ${keys}`);
}

async function* linesOf(path: string): AsyncGenerator<RawEntry> {
  const splitter = new LineSplitter(path);
  for await (const chunk of createReadStream(path)) yield* splitter.push(chunk as Buffer);
  yield* splitter.end();
}

/** The format whose key the object of a line has. */
function formatOf(text: string): DatasetFormat | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if ('messages' in value || 'body' in value) return 'openai-jsonl';
  if ('conversations' in value) return 'sharegpt';
  return 'prompt' in value ? 'prompt-jsonl' : null;
}
