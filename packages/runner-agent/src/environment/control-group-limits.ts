import { type ControlGroup, findControlGroup } from '../probes/control-group.ts';
import { type Fact, known, unreadable } from './fact.ts';
import { type HostFiles, textOf } from './host-files.ts';

/** What a process may use at most. `unlimited` is a fact of its own: nobody set a limit. */
export type ControlGroupLimits = {
  readonly cores: Fact<number | 'unlimited'>;
  readonly memoryBytes: Fact<number | 'unlimited'>;
};

/** Version 1 says "no limit" by a number near the largest one, rounded down to a page. */
const unlimitedBytes = 2 ** 62;

/**
 * The limits of the control group of a process, this one unless told otherwise: the least of its own and of the groups
 * that it lies in, since each of them holds.
 */
export function readControlGroupLimits(files: HostFiles, pid: number | 'self' = 'self'): ControlGroupLimits {
  const group = findControlGroup(files, pid);
  if (group === null) {
    const none = unreadable('the control group cannot be read', 'cgroup');
    return { cores: none, memoryBytes: none };
  }
  const source = `cgroup v${group.version}`;
  return {
    cores: strictest(coreLimits(files, group), source),
    memoryBytes: strictest(memoryLimits(files, group), source),
  };
}

/** A limit of each group, from the inmost outwards; `null` where a group does not tell. */
type Limits = readonly (number | 'unlimited' | null)[];

function strictest(limits: Limits, source: string): Fact<number | 'unlimited'> {
  const told = limits.filter((limit) => limit !== null);
  if (told.length === 0) return unreadable('the control group has no such limit', source);
  const numbers = told.filter((limit) => limit !== 'unlimited');
  return known(numbers.length === 0 ? 'unlimited' : Math.min(...numbers), source);
}

function coreLimits(files: HostFiles, group: ControlGroup): Limits {
  if (group.version === 2) {
    return upwards(group.folder).map((folder) => {
      const [quota, period] = (textOf(files, `${folder}/cpu.max`) ?? '').trim().split(' ');
      return quota === 'max' ? 'unlimited' : ratio(quota, period);
    });
  }
  return upwards(group.cpuLimits ?? '').map((folder) => {
    const quota = textOf(files, `${folder}/cpu.cfs_quota_us`)?.trim();
    return quota === '-1' ? 'unlimited' : ratio(quota, textOf(files, `${folder}/cpu.cfs_period_us`)?.trim());
  });
}

function memoryLimits(files: HostFiles, group: ControlGroup): Limits {
  const [start, name] =
    group.version === 2 ? [group.folder, 'memory.max'] : [group.memory, 'memory.limit_in_bytes'];
  return upwards(start).map((folder) => {
    const limit = textOf(files, `${folder}/${name}`)?.trim();
    if (limit === undefined || limit === '') return null;
    return limit === 'max' || Number(limit) >= unlimitedBytes ? 'unlimited' : Number(limit);
  });
}

/** A folder and those above it, up to the mount of the control groups. */
function upwards(folder: string): string[] {
  const parts = folder.split('/');
  const folders: string[] = [];
  for (let depth = parts.length; depth >= 4; depth--) folders.push(parts.slice(0, depth).join('/'));
  return folders;
}

function ratio(quota: string | undefined, period: string | undefined): number | null {
  const cores = Number(quota) / Number(period);
  return Number.isFinite(cores) && cores > 0 ? cores : null;
}
