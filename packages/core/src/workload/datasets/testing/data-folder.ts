import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of data files that a test writes and throws away. */
export type DataFolder = {
  /** Writes a file; returns its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly path: string;
  readonly remove: () => Promise<void>;
};

/** A new empty folder under the system's directory for temporary files. */
export async function createDataFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'kneepoint-data-'));
  return {
    path,
    async write(name, content) {
      await writeFile(join(path, name), content);
      return join(path, name);
    },
    remove: () => rm(path, { recursive: true }),
  };
}
