import { setTimeout as delay } from 'node:timers/promises';
import { type HostProcess, readMarker, readProcess, readProcessTable } from './process-table.ts';

/** What makes a process part of a deployment. */
export type TreeRoots = {
  readonly deployment: string;
  /** The process that was started, and leads its group; `null` when it is not known. */
  readonly leader: { readonly pid: number; readonly startTicks: number } | null;
};

/**
 * Every process of a deployment: those that carry its mark in their environment, the group of the process that was
 * started, and all of their descendants. The mark finds children that moved to a session of their own and lost their
 * parent; a child that also clears its environment is lost.
 */
export async function findTree(roots: TreeRoots): Promise<readonly HostProcess[]> {
  const table = await readProcessTable();
  const marks = await Promise.all(table.map(({ pid }) => readMarker(pid)));
  const members = new Set<number>();
  const leads = leadsGroup(roots, table);
  table.forEach((process, index) => {
    const inGroup = leads && process.group === roots.leader?.pid;
    if (marks[index] === roots.deployment || inGroup) members.add(process.pid);
  });
  let before = -1;
  while (members.size > before) {
    before = members.size;
    for (const { pid, parent } of table) if (members.has(parent)) members.add(pid);
  }
  // Whoever asks may be inside the mark's reach, when Kneepoint itself was deployed.
  members.delete(process.pid);
  return table.filter(({ pid }) => members.has(pid));
}

/** A group outlives its leader; its number is not given to a new process as long as it has members. */
function leadsGroup({ leader }: TreeRoots, table: readonly HostProcess[]): boolean {
  if (leader === null) return false;
  const holder = table.find(({ pid }) => pid === leader.pid);
  return holder === undefined || holder.startTicks === leader.startTicks;
}

/** How often a tree that ends is looked at. */
const pollMillis = 50;
/** The kernel ends a killed process at once, unless a device holds it. */
const killMillis = 10_000;

/**
 * Ends a whole tree: SIGTERM to everything in it, also to what is started meanwhile, and SIGKILL after the time given.
 * Returns what could not be ended: usually nothing.
 */
export async function endTree(roots: TreeRoots, termMillis: number): Promise<readonly HostProcess[]> {
  const left = termMillis > 0 ? await signalUntilGone(roots, 'SIGTERM', termMillis) : await findTree(roots);
  return left.length === 0 ? left : signalUntilGone(roots, 'SIGKILL', killMillis);
}

async function signalUntilGone(
  roots: TreeRoots,
  signal: 'SIGTERM' | 'SIGKILL',
  millis: number,
): Promise<readonly HostProcess[]> {
  const deadline = performance.now() + millis;
  const told = new Set<string>();
  for (;;) {
    const left = await findTree(roots);
    if (left.length === 0 || performance.now() >= deadline) return left;
    const untold = left.filter(({ pid, startTicks }) => !told.has(`${pid}/${startTicks}`));
    for (const { pid, startTicks } of untold) told.add(`${pid}/${startTicks}`);
    await signalAll(untold, signal);
    await delay(pollMillis);
  }
}

async function signalAll(processes: readonly HostProcess[], signal: NodeJS.Signals): Promise<void> {
  for (const { pid, startTicks } of processes) {
    // Looked at again right before the signal: the pid may belong to somebody else by now.
    if ((await readProcess(pid))?.startTicks !== startTicks) continue;
    try {
      process.kill(pid, signal);
    } catch {
      // It has just ended.
    }
  }
}
