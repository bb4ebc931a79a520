import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportOrder } from '../import-files.ts';

/** The path of a recorded output of a tool. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url));

/** An order for files, everything else told by their content. */
export const orderOf = (files: readonly string[], wishes: Partial<ImportOrder> = {}): ImportOrder => ({
  files,
  format: null,
  mapping: null,
  targets: [],
  users: null,
  name: null,
  identity: {
    createdAt: '2026-11-24T12:00:00.000Z',
    tool: { version: '0.1.0', node: 'v26.0.0', commit: null },
    command: 'kneepoint import',
  },
  ...wishes,
});

/** The path of a new file with this text. */
export function writtenFile(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'kneepoint-import-')), name);
  writeFileSync(path, text);
  return path;
}
