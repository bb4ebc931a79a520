import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Holder, isRunning, ownHolder } from './state-lock.ts';

const placeSchema = z.object({
  url: z.url(),
  /** Whether who asks needs a token. */
  token: z.boolean(),
  pid: z.number().int().positive(),
  startedAt: z.string().nullable(),
});

/** Where an agent of this host listens. */
export type ListeningPlace = { readonly url: string; readonly token: boolean };

const pathIn = (stateFolder: string): string => join(stateFolder, 'listening.json');

/** Says in an agent's state folder where it listens, so that programs of the same user find it. Returns how to take that back. */
export async function announcePlace(
  stateFolder: string,
  { url, token }: ListeningPlace,
): Promise<() => Promise<void>> {
  const path = pathIn(stateFolder);
  await writeFile(path, JSON.stringify({ url, token, ...ownHolder() }), { mode: 0o600 });
  return () => rm(path, { force: true });
}

/** Where the agent of a state folder listens; `null` where none does, or it was killed. */
export async function findListeningAgent(stateFolder: string): Promise<ListeningPlace | null> {
  try {
    const { url, token, ...holder } = placeSchema.parse(
      JSON.parse(await readFile(pathIn(stateFolder), 'utf8')),
    );
    return isRunning(holder satisfies Holder) ? { url, token } : null;
  } catch {
    return null;
  }
}
