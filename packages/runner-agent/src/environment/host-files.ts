import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';

/** A file's text, or why there is none. */
export type FileText =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The files of a host: /proc, /sys and a model's folder. A port, so that recorded ones can be read instead. */
export type HostFiles = {
  read(path: string): FileText;
  /** Names in a folder; empty where it cannot be listed. */
  list(path: string): readonly string[];
  /** The header of a safetensors file, as JSON: the file itself is gigabytes. */
  readWeightsHeader(path: string): FileText;
};

/** A header names every tensor: a few megabytes in the largest models. */
const largestHeaderBytes = 64 * 1024 * 1024;

/** A program may stand where a script was looked for. */
const largestTextBytes = 16 * 1024 * 1024;

/** The files of this host. */
export const localFiles: HostFiles = {
  read(path) {
    try {
      if (statSync(path).size > largestTextBytes)
        return { kind: 'unreadable', reason: 'it is too large to be a text' };
      return { kind: 'read', text: readFileSync(path, 'utf8') };
    } catch (error) {
      return { kind: 'unreadable', reason: whyUnreadable(error) };
    }
  },
  list(path) {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  },
  readWeightsHeader(path) {
    try {
      return weightsHeader(path);
    } catch (error) {
      return { kind: 'unreadable', reason: whyUnreadable(error) };
    }
  },
};

/** A safetensors file begins with the length of its header, in eight bytes, and the header. */
function weightsHeader(path: string): FileText {
  const file = openSync(path, 'r');
  try {
    const prefix = Buffer.alloc(8);
    readSync(file, prefix, 0, 8, 0);
    const length = Number(prefix.readBigUInt64LE(0));
    if (length === 0 || length > largestHeaderBytes)
      return { kind: 'unreadable', reason: 'it is no safetensors file' };
    const header = Buffer.alloc(length);
    readSync(file, header, 0, length, 8);
    return { kind: 'read', text: header.toString('utf8') };
  } finally {
    closeSync(file);
  }
}

/** Says why without the path: paths hold user names, and reasons are published. */
function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file';
    case 'EACCES':
    case 'EPERM':
      return 'not allowed to read it';
    case 'ESRCH':
      return 'the process has ended';
    default:
      return `cannot be read (${code})`;
  }
}

/** The text of a file, or `null`. */
export function textOf(files: HostFiles, path: string): string | null {
  const file = files.read(path);
  return file.kind === 'read' ? file.text : null;
}

/** The number that a file consists of, or `null`. */
export function numberIn(files: HostFiles, path: string): number | null {
  const text = textOf(files, path)?.trim();
  if (text === undefined || text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
