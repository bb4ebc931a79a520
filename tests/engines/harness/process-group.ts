import { setTimeout as pause } from 'node:timers/promises';

const pollMilliseconds = 50;

function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Whether any process of the group is left. */
export function groupIsAlive(leader: number): boolean {
  return signalGroup(leader, 0);
}

async function groupEndsWithin(leader: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (groupIsAlive(leader)) {
    if (performance.now() > deadline) return false;
    await pause(pollMilliseconds);
  }
  return true;
}

/**
 * Ends every process of a group: SIGTERM, and SIGKILL for what is left after the grace (milliseconds).
 * Resolves once the group is empty; a group that has ended already is fine.
 */
export async function stopProcessGroup(leader: number, graceMilliseconds: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  if (await groupEndsWithin(leader, graceMilliseconds)) return;
  signalGroup(leader, 'SIGKILL');
  if (!(await groupEndsWithin(leader, graceMilliseconds))) {
    throw new Error(`process group ${leader} is still there after SIGKILL`);
  }
}
