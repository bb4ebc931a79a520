import { z } from 'zod';
import { readBootId, readPidSpace, readProcess } from './process-table.ts';

/** One process, so that another one with the same pid is not taken for it. */
export const processIdentitySchema = z.strictObject({
  pid: z.number().int().positive(),
  startTicks: z.number().nonnegative(),
  bootId: z.string(),
  pidSpace: z.string(),
});

/** One process, so that another one with the same pid is not taken for it. */
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

/** The identity of a process that runs now; `null` when it does not. */
export async function identityOf(pid: number): Promise<ProcessIdentity | null> {
  const [found, bootId, pidSpace] = await Promise.all([readProcess(pid), readBootId(), readPidSpace()]);
  return found === null ? null : { pid, startTicks: found.startTicks, bootId, pidSpace };
}

/** Whether that very process still runs. One of another boot or another space of pids does not run here. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  const now = await identityOf(identity.pid);
  if (now === null || (await readProcess(identity.pid))?.state === 'Z') return false;
  return (
    now.startTicks === identity.startTicks &&
    now.bootId === identity.bootId &&
    now.pidSpace === identity.pidSpace
  );
}

/** An identity as one word, for a label. */
export const identityText = ({ pid, startTicks, bootId, pidSpace }: ProcessIdentity): string =>
  [pid, startTicks, bootId, pidSpace].join('/');

/** Reads such a word; `null` for anything else. */
export function parseIdentity(text: string): ProcessIdentity | null {
  const [pid, startTicks, bootId, pidSpace] = text.split('/');
  const parsed = processIdentitySchema.safeParse({
    pid: Number(pid),
    startTicks: Number(startTicks),
    bootId,
    pidSpace,
  });
  return parsed.success ? parsed.data : null;
}
