import { readFileSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { usageError } from '@kneepoint/core';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.number().int().positive(), startedAt: z.string().nullable() });
/** A process, told from another one that has its id later. */
export type Holder = z.infer<typeof holderSchema>;

/**
 * Takes a state folder for this process. Two agents on one folder would take each other's jobs for interrupted ones and
 * stop their servers. A holder that is gone, also one whose process id another program has by now, does not count.
 * Returns how to give it back; throws a usage error where somebody has it.
 */
export async function lockState(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'agent.lock');
  const own = ownHolder();
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await writeNew(path, JSON.stringify(own))) return () => rm(path, { force: true });
    const holder = await readHolder(path);
    if (holder !== null && isRunning(holder))
      throw usageError(
        'state-in-use',
        `another agent (process ${holder.pid}) uses the state folder ${folder}`,
        'stop it, or give this one a folder of its own',
      );
    await rm(path, { force: true });
  }
  throw usageError(
    'state-in-use',
    `the state folder ${folder} cannot be taken`,
    'give the agent another folder',
  );
}

/** This process. */
export const ownHolder = (): Holder => ({ pid: process.pid, startedAt: startOf(process.pid) });

async function writeNew(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  });
  if (file === null) return false;
  await file.writeFile(text);
  await file.close();
  return true;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether a process is still the one that it was. */
export function isRunning({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = fieldsOf(pid);
  // Killed, and nobody has asked yet how it ended.
  if (now?.[0] === 'Z') return false;
  return startedAt === null || startOf(pid) === startedAt;
}

/** When a process started, in the kernel's own ticks since the boot; `null` where nobody says. */
const startOf = (pid: number): string | null => fieldsOf(pid)?.[19] ?? null;

/** The fields of a process from its state on, the third; `null` where the system keeps none. */
function fieldsOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; what follows it does not.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
