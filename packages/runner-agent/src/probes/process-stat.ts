import { type HostFiles, textOf } from '../environment/host-files.ts';

/** What /proc tells about a process in one line. */
export type ProcessStat = {
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** User and system time, in ticks of a hundredth of a second: Linux counts so on every machine for programs. */
  readonly cpuTicks: number;
  /** When it started, in ticks since the host did: tells a process from a later one with the same pid. */
  readonly startedTicks: number;
};

export const ticksPerSecond = 100;

/**
 * Reads `/proc/PID/stat`; `null` where the process has ended. The second field is the program's name in parentheses, and
 * may hold spaces and parentheses itself: fields are counted from the last one that closes.
 */
export function readProcessStat(files: HostFiles, pid: number): ProcessStat | null {
  const line = textOf(files, `/proc/${pid}/stat`);
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const at = (position: number): number => Number(fields[position - 3]);
  const stat = {
    parent: at(4),
    group: at(5),
    session: at(6),
    cpuTicks: at(14) + at(15),
    startedTicks: at(22),
  };
  return Number.isFinite(stat.cpuTicks + stat.startedTicks) ? stat : null;
}

/** Pages of a process in memory, and those of them that files and shared memory back: fields 2 and 3 of `/proc/PID/statm`. */
export function readProcessPages(
  files: HostFiles,
  pid: number,
): { readonly resident: number; readonly shared: number } | null {
  const fields = textOf(files, `/proc/${pid}/statm`)?.split(' ') ?? [];
  const resident = Number(fields[1]);
  const shared = Number(fields[2]);
  return Number.isFinite(resident) && Number.isFinite(shared) ? { resident, shared } : null;
}

/** Bytes of a page of this host: 4,096, or more on some Arm and Power machines. */
export function readPageBytes(files: HostFiles): number {
  const kibibytes = /^KernelPageSize:\s+(\d+) kB$/m.exec(textOf(files, '/proc/self/smaps') ?? '')?.[1];
  return kibibytes === undefined ? 4096 : Number(kibibytes) * 1024;
}
