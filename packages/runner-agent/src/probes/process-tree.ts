import type { HostFiles } from '../environment/host-files.ts';
import { type ProcessStat, readProcessPages, readProcessStat, ticksPerSecond } from './process-stat.ts';
import { type SubjectReader, type SubjectReading, unreadSubject } from './subject-reader.ts';

/**
 * How often all of /proc is looked through for new children. It costs some 12 us a process of the host, so a host with
 * many is searched less often: the search stays below a quarter of a percent of a core.
 */
const searchMicros = 2_000_000;
const searchMicrosPerProcess = 5_000;
const source = 'proc';

/**
 * A process and everything that came from it: its descendants, and whoever is in its process group or session, so that a
 * child whose parent has ended still counts. Between two searches only the known ones are read.
 */
export class ProcessTree implements SubjectReader {
  readonly #files: HostFiles;
  readonly #rootPid: number;
  readonly #pageBytes: number;
  readonly #members = new Map<number, { startedTicks: number; cpuTicks: number }>();
  #nextSearchAt = Number.NEGATIVE_INFINITY;
  #cpuTicks = 0;
  #first = true;

  constructor(files: HostFiles, rootPid: number, pageBytes: number) {
    this.#files = files;
    this.#rootPid = rootPid;
    this.#pageBytes = pageBytes;
  }

  read(now: number): SubjectReading {
    if (now >= this.#nextSearchAt) this.#search(now);
    let resident = 0;
    let shared = 0;
    for (const pid of [...this.#members.keys()]) {
      const pages = this.#count(pid) ? readProcessPages(this.#files, pid) : null;
      resident += pages?.resident ?? 0;
      shared += pages?.shared ?? 0;
    }
    this.#first = false;
    if (this.#members.size === 0) return unreadSubject(source, 'the process has ended');
    return {
      residentBytes: resident * this.#pageBytes,
      privateBytes: (resident - shared) * this.#pageBytes,
      chargedBytes: null,
      cpuSeconds: this.#cpuTicks / ticksPerSecond,
      pids: new Set(this.#members.keys()),
      source,
      reason: null,
    };
  }

  /** Adds what a process used since it was last seen, all of it where it is new; says whether it still runs. */
  #count(pid: number): boolean {
    const member = this.#members.get(pid);
    const stat = readProcessStat(this.#files, pid);
    if (member === undefined || stat === null || stat.startedTicks !== member.startedTicks) {
      this.#members.delete(pid);
      return false;
    }
    if (!this.#first) this.#cpuTicks += Math.max(0, stat.cpuTicks - member.cpuTicks);
    member.cpuTicks = stat.cpuTicks;
    return true;
  }

  #search(now: number): void {
    const table = new Map<number, ProcessStat>();
    for (const name of this.#files.list('/proc')) {
      const pid = /^\d+$/.test(name) ? Number(name) : null;
      const stat = pid === null ? null : readProcessStat(this.#files, pid);
      if (pid !== null && stat !== null) table.set(pid, stat);
    }
    this.#nextSearchAt = now + Math.max(searchMicros, table.size * searchMicrosPerProcess);
    for (const pid of belongingTo(this.#rootPid, table)) {
      const startedTicks = table.get(pid)?.startedTicks ?? 0;
      if (!this.#members.has(pid)) this.#members.set(pid, { startedTicks, cpuTicks: 0 });
    }
  }
}

/** The pids of a root's descendants, of its group and of its session, among the processes of a host. */
export function belongingTo(rootPid: number, table: ReadonlyMap<number, ProcessStat>): ReadonlySet<number> {
  const children = new Map<number, number[]>();
  const found = new Set<number>();
  const waiting: number[] = [];
  for (const [pid, { group, parent, session }] of table) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
    if (pid === rootPid || group === rootPid || session === rootPid) waiting.push(pid);
  }
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    if (found.has(pid)) continue;
    found.add(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return found;
}
