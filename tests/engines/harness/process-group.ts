import { readdir, readFile } from 'node:fs/promises';
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

/** Whether `/proc/PID/stat` describes a process of the group that has not ended. */
function livesInGroup(stat: string, leader: number): boolean {
  // After the name, which is in parentheses and may hold anything: state, parent, process group.
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return group === String(leader) && state !== 'Z' && state !== 'X';
}

/**
 * Whether any process of the group still runs. One that has ended and that nobody has waited for (in
 * containers whose first process does not) still takes signals, so `kill` alone cannot tell.
 */
export async function groupIsAlive(leader: number): Promise<boolean> {
  if (!signalGroup(leader, 0)) return false;
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    processes.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  return stats.some((stat) => livesInGroup(stat, leader));
}

async function groupEndsWithin(leader: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (await groupIsAlive(leader)) {
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
