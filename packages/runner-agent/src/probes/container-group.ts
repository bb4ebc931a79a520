import { type HostFiles, numberIn, textOf } from '../environment/host-files.ts';
import { type ControlGroup, findControlGroup } from './control-group.ts';
import { type SubjectReader, type SubjectReading, unreadSubject } from './subject-reader.ts';

/** How often the list of a container's processes is read anew. */
const searchMicros = 2_000_000;

/** What a control group holds, in bytes and seconds; whatever it does not tell is `null`. */
type GroupFigures = {
  readonly anonymous: number | null;
  readonly mapped: number | null;
  readonly charged: number | null;
  readonly cpuSeconds: number | null;
};

/** A container by the control group of its first process, as the kernel accounts it: pages count once. */
export class ContainerGroup implements SubjectReader {
  readonly #files: HostFiles;
  readonly #pid: number;
  readonly #group: ControlGroup | null;
  #pids: ReadonlySet<number> = new Set();
  #searchedAt = Number.NEGATIVE_INFINITY;
  #firstCpuSeconds: number | null = null;

  constructor(files: HostFiles, pid: number) {
    this.#files = files;
    this.#pid = pid;
    this.#group = findControlGroup(files, pid);
  }

  read(now: number): SubjectReading {
    const group = this.#group;
    if (group === null) return unreadSubject('cgroup', 'the control group of the container cannot be read');
    const source = `cgroup v${group.version}`;
    if (now - this.#searchedAt >= searchMicros) {
      this.#searchedAt = now;
      const folder = group.version === 2 ? group.folder : group.memory;
      this.#pids = new Set([this.#pid, ...processesIn(this.#files, folder)]);
    }
    const { anonymous, charged, cpuSeconds, mapped } = figuresOf(this.#files, group);
    if (charged === null) return unreadSubject(source, 'the container has ended');
    this.#firstCpuSeconds ??= cpuSeconds;
    const known = cpuSeconds !== null && this.#firstCpuSeconds !== null;
    return {
      residentBytes: anonymous === null || mapped === null ? null : anonymous + mapped,
      privateBytes: anonymous,
      chargedBytes: charged,
      cpuSeconds: known ? cpuSeconds - (this.#firstCpuSeconds ?? 0) : null,
      pids: this.#pids,
      source,
      reason: null,
    };
  }
}

function figuresOf(files: HostFiles, group: ControlGroup): GroupFigures {
  if (group.version === 2) {
    const memory = textOf(files, `${group.folder}/memory.stat`) ?? '';
    const micros = counterIn(textOf(files, `${group.folder}/cpu.stat`) ?? '', 'usage_usec');
    return {
      anonymous: counterIn(memory, 'anon'),
      mapped: counterIn(memory, 'file_mapped'),
      charged: numberIn(files, `${group.folder}/memory.current`),
      cpuSeconds: micros === null ? null : micros / 1e6,
    };
  }
  const memory = textOf(files, `${group.memory}/memory.stat`) ?? '';
  const nanos = group.cpu === null ? null : numberIn(files, `${group.cpu}/cpuacct.usage`);
  return {
    anonymous: counterIn(memory, 'total_rss'),
    mapped: counterIn(memory, 'total_mapped_file'),
    charged: numberIn(files, `${group.memory}/memory.usage_in_bytes`),
    cpuSeconds: nanos === null ? null : nanos / 1e9,
  };
}

/** The processes of a group and of the groups inside it. */
function processesIn(files: HostFiles, folder: string): number[] {
  const own = (textOf(files, `${folder}/cgroup.procs`) ?? '').split('\n').flatMap((line) => {
    const pid = Number(line);
    return Number.isInteger(pid) && pid > 0 ? [pid] : [];
  });
  const inside = files
    .list(folder)
    .filter((name) => !/^(cgroup|memory|cpu|io|pids|hugetlb|misc|rdma|tasks|notify)/.test(name));
  return [
    ...own,
    ...inside
      .filter((name) => files.read(`${folder}/${name}/cgroup.procs`).kind === 'read')
      .flatMap((name) => processesIn(files, `${folder}/${name}`)),
  ];
}

/** The number after a name at the start of a line: `anon 4096`. */
function counterIn(text: string, name: string): number | null {
  const found = new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
