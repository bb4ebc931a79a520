import { type HostFiles, textOf } from '../environment/host-files.ts';

/** The folders of a process's control group: one in version 2, one for each controller in version 1. */
export type ControlGroup =
  | { readonly version: 2; readonly folder: string }
  | {
      readonly version: 1;
      readonly memory: string;
      /** Where CPU time is counted, and where it is limited: two controllers, often at one mount. */
      readonly cpu: string | null;
      readonly cpuLimits: string | null;
    };

const root = '/sys/fs/cgroup';

/**
 * Finds the control group of a process by `/proc/PID/cgroup`: lines of `number:controllers:path`, in version 2 one line
 * without controllers. Where both versions are mounted, the one that has the memory controller counts.
 */
export function findControlGroup(files: HostFiles, pid: number | 'self'): ControlGroup | null {
  const lines = (textOf(files, `/proc/${pid}/cgroup`) ?? '').split('\n');
  const groups = lines.flatMap((line) => {
    const [, controllers, ...path] = line.split(':');
    return controllers === undefined || path.length === 0 ? [] : [{ controllers, path: path.join(':') }];
  });
  const pathOf = (controller: string): string | undefined =>
    groups.find(({ controllers }) => controllers.split(',').includes(controller))?.path;
  const memory = pathOf('memory');
  if (memory !== undefined) {
    const memoryFolder = folderIn(files, 'memory', memory, 'memory.usage_in_bytes');
    if (memoryFolder === null) return null;
    const find = (controller: string, probe: string): string | null =>
      [controller, 'cpu,cpuacct']
        .map((mount) => folderIn(files, mount, pathOf(controller) ?? '/', probe))
        .find((folder) => folder !== null) ?? null;
    return {
      version: 1,
      memory: memoryFolder,
      cpu: find('cpuacct', 'cpuacct.usage'),
      cpuLimits: find('cpu', 'cpu.cfs_quota_us'),
    };
  }
  const unified = groups.find(({ controllers }) => controllers === '')?.path;
  const folder = unified === undefined ? null : folderIn(files, '', unified, 'cgroup.controllers');
  return folder === null ? null : { version: 2, folder };
}

/**
 * The folder of a group under a mount. Inside a container the path may be one of the host, which is not mounted there:
 * then the mount's own folder is the container's group.
 */
function folderIn(files: HostFiles, mount: string, path: string, probe: string): string | null {
  const base = mount === '' ? root : `${root}/${mount}`;
  const folders = path === '/' || path.startsWith('/..') ? [base] : [`${base}${path}`, base];
  return folders.find((folder) => files.read(`${folder}/${probe}`).kind === 'read') ?? null;
}
