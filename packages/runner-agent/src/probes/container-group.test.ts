import { expect, test } from 'vitest';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import { ContainerGroup } from './container-group.ts';
import { findControlGroup } from './control-group.ts';

const scope = '/sys/fs/cgroup/system.slice/docker-4f.scope';
const version2 = {
  '/proc/700/cgroup': '0::/system.slice/docker-4f.scope\n',
  [`${scope}/cgroup.controllers`]: 'cpu memory pids\n',
  [`${scope}/cgroup.procs`]: '700\n705\n',
  [`${scope}/inner/cgroup.procs`]: '710\n',
  [`${scope}/memory.current`]: '9000\n',
  [`${scope}/memory.stat`]: 'anon 5000\nfile 3500\nkernel 10\nfile_mapped 1200\nanon_thp 77\n',
  [`${scope}/cpu.stat`]: 'usage_usec 3500000\nuser_usec 3000000\n',
};
const version1 = {
  '/proc/700/cgroup': '9:name=systemd:/docker/4f\n4:memory:/docker/4f\n2:cpu,cpuacct:/docker/4f\n0::/\n',
  '/sys/fs/cgroup/memory/docker/4f/memory.usage_in_bytes': '9000\n',
  '/sys/fs/cgroup/memory/docker/4f/memory.stat':
    'cache 3500\nrss 1\nmapped_file 2\ntotal_cache 3500\ntotal_rss 5000\ntotal_mapped_file 1200\n',
  '/sys/fs/cgroup/memory/docker/4f/cgroup.procs': '700\n',
  '/sys/fs/cgroup/cpu,cpuacct/docker/4f/cpuacct.usage': '3500000000\n',
};

test('a container of version 2 is what the kernel accounts to its group, processes of inner groups included', () => {
  const files = recordedFiles(version2);
  expect(new ContainerGroup(files, 700).read(0)).toEqual({
    residentBytes: 6200,
    privateBytes: 5000,
    chargedBytes: 9000,
    cpuSeconds: 0,
    pids: new Set([700, 705, 710]),
    source: 'cgroup v2',
    reason: null,
  });
});

test('a container of version 1 gives the same figures from its own files', () => {
  expect(new ContainerGroup(recordedFiles(version1), 700).read(0)).toMatchObject({
    residentBytes: 6200,
    privateBytes: 5000,
    chargedBytes: 9000,
    cpuSeconds: 0,
    source: 'cgroup v1',
  });
});

test('CPU time of a container counts from the first reading on', () => {
  const recorded: Record<string, string> = { ...version2 };
  const group = new ContainerGroup(
    { ...recordedFiles({}), read: (path) => recordedFiles(recorded).read(path) },
    700,
  );
  group.read(0);
  recorded[`${scope}/cpu.stat`] = 'usage_usec 3900000\n';
  expect(group.read(200_000).cpuSeconds).toBeCloseTo(0.4, 9);
});

test('a container that has ended is unknown with its reason', () => {
  const recorded: Record<string, string> = { ...version2 };
  const group = new ContainerGroup(
    { ...recordedFiles({}), read: (path) => recordedFiles(recorded).read(path) },
    700,
  );
  delete recorded[`${scope}/memory.current`];
  expect(group.read(0)).toMatchObject({ residentBytes: null, reason: 'the container has ended' });
});

test('inside a container, where the path of the host is not mounted, the mount itself is the group', () => {
  const files = recordedFiles({
    '/proc/self/cgroup': '0::/system.slice/docker-4f.scope\n',
    '/sys/fs/cgroup/cgroup.controllers': 'cpu memory\n',
  });
  expect(findControlGroup(files, 'self')).toEqual({ version: 2, folder: '/sys/fs/cgroup' });
});

test('a process without a readable group has none', () => {
  expect(findControlGroup(recordedFiles({}), 700)).toBeNull();
});
