import { expect, test } from 'vitest';
import type { HostFiles } from '../environment/host-files.ts';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import { readPageBytes, readProcessStat } from './process-stat.ts';
import { ProcessTree } from './process-tree.ts';
import { type RecordedProcess, recordedProcesses } from './testing/recorded-processes.ts';

/** A host whose processes change between readings. */
function changingHost(first: Record<number, RecordedProcess>) {
  let current = recordedFiles(recordedProcesses(first));
  const files: HostFiles = {
    read: (path) => current.read(path),
    list: (path) => current.list(path),
    readWeightsHeader: (path) => current.readWeightsHeader(path),
  };
  return {
    files,
    become(processes: Record<number, RecordedProcess>) {
      current = recordedFiles(recordedProcesses(processes));
    },
  };
}

const server = {
  10: { parent: 1, group: 10, session: 10, resident: 100, shared: 40, user: 500 },
  11: { parent: 10, group: 10, session: 10, resident: 1000, shared: 600, user: 50, system: 50 },
  12: { parent: 11, group: 12, session: 10, resident: 10, shared: 5 },
  99: { parent: 1, group: 99, session: 99, resident: 7777, user: 9999 },
};

test('the memory of a server is that of its whole tree, and of nobody else', () => {
  const tree = new ProcessTree(changingHost(server).files, 10, 4096);
  const reading = tree.read(0);
  expect(reading.residentBytes).toBe(1110 * 4096);
  expect(reading.privateBytes).toBe(465 * 4096);
  expect([...reading.pids].sort()).toEqual([10, 11, 12]);
});

test('CPU time counts from the first reading on, over children that came later', () => {
  const host = changingHost(server);
  const tree = new ProcessTree(host.files, 10, 4096);
  expect(tree.read(0).cpuSeconds).toBe(0);
  host.become({ ...server, 11: { ...server[11], user: 90 }, 13: { parent: 11, user: 20, started: 50 } });
  expect(tree.read(200_000).cpuSeconds).toBeCloseTo(0.4, 9);
  expect(tree.read(2_000_000).cpuSeconds).toBeCloseTo(0.6, 9);
});

test('a child whose parent has ended still counts by its group or session', () => {
  const host = changingHost(server);
  const tree = new ProcessTree(host.files, 10, 4096);
  tree.read(0);
  host.become({ 12: { ...server[12], parent: 1 }, 99: server[99] });
  const reading = tree.read(200_000);
  expect([...reading.pids]).toEqual([12]);
  host.become({
    12: { ...server[12], parent: 1 },
    20: { parent: 1, group: 20, session: 10, started: 60 },
    21: { parent: 1, group: 10, session: 21, started: 60 },
    99: server[99],
  });
  expect([...tree.read(4_000_000).pids].sort()).toEqual([12, 20, 21]);
});

test('a later process with the pid of one that ended is not taken for it', () => {
  const host = changingHost(server);
  const tree = new ProcessTree(host.files, 10, 4096);
  tree.read(0);
  host.become({
    ...server,
    12: { parent: 1, group: 5, session: 5, started: 888, resident: 5000, user: 700 },
  });
  const reading = tree.read(200_000);
  expect(reading.residentBytes).toBe(1100 * 4096);
  expect(reading.cpuSeconds).toBe(0);
});

test('a server that has ended is unknown with its reason, not zero bytes', () => {
  const host = changingHost(server);
  const tree = new ProcessTree(host.files, 10, 4096);
  tree.read(0);
  host.become({ 99: server[99] });
  expect(tree.read(200_000)).toMatchObject({
    residentBytes: null,
    cpuSeconds: null,
    reason: 'the process has ended',
  });
});

test('a program whose name holds spaces and parentheses is read right', () => {
  const files = recordedFiles(recordedProcesses({ 5: { name: 'a) S (b', parent: 3, user: 4, system: 6 } }));
  expect(readProcessStat(files, 5)).toMatchObject({ parent: 3, cpuTicks: 10, startedTicks: 1 });
});

test('the size of a page is what the kernel says', () => {
  expect(
    readPageBytes(recordedFiles({ '/proc/self/smaps': 'Size: 8 kB\nKernelPageSize:       64 kB\n' })),
  ).toBe(65_536);
});

test('the more processes a host has, the less often all of them are looked through', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, position) => [2000 + position, { parent: 1 }]),
  );
  const host = changingHost({ ...server, ...many });
  const tree = new ProcessTree(host.files, 10, 4096);
  tree.read(0);
  host.become({ ...server, ...many, 13: { parent: 11 } });
  expect(tree.read(4_900_000).pids.size).toBe(3);
  expect(tree.read(5_100_000).pids.size).toBe(4);
});
