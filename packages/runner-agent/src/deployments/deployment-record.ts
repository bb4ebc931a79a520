import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ProcessIdentity, processIdentitySchema } from './process/process-identity.ts';

const recordSchema = z.strictObject({
  version: z.literal(1),
  deployment: z.string(),
  job: z.string().nullable(),
  /** The agent that started it. */
  owner: processIdentitySchema,
  /** `null` until it was started, and for containers. */
  process: processIdentitySchema.nullable(),
  /** Whether it is to go on without an agent. */
  released: z.boolean(),
});

/** What an agent started, as it stands on the disk for whoever comes after it. */
export type DeploymentRecord = z.infer<typeof recordSchema>;

/** The records of one state folder. */
export type DeploymentRecords = {
  readonly folder: string;
  /** Replaces the record at once: a reader sees the old one or the new one. */
  readonly write: (record: DeploymentRecord) => Promise<void>;
  readonly remove: (deployment: string) => Promise<void>;
  /** Records that cannot be read are left out. */
  readonly list: () => Promise<readonly DeploymentRecord[]>;
};

/** A new record of a deployment that this process is about to start. */
export const newRecord = (
  deployment: string,
  job: string | null,
  owner: ProcessIdentity,
): DeploymentRecord => ({
  version: 1,
  deployment,
  job,
  owner,
  process: null,
  released: false,
});

/** The records in `stateFolder/deployments`, which only its owner may read: logs stand there too. */
export function openRecords(stateFolder: string): DeploymentRecords {
  const folder = join(stateFolder, 'deployments');
  const pathOf = (deployment: string): string => join(folder, `${deployment}.json`);
  return {
    folder,
    write: async (record) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(record.deployment);
      await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
    remove: (deployment) => rm(pathOf(deployment), { force: true }),
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      const texts = await Promise.all(
        names
          .filter((name) => name.endsWith('.json'))
          .map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
      );
      return texts.flatMap((text) => {
        const record = recordSchema.safeParse(jsonOf(text));
        return record.success ? [record.data] : [];
      });
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
