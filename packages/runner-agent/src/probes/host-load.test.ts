import { expect, test } from 'vitest';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import { HostLoad } from './host-load.ts';

test('the share of the cores in use is what grew since the reading before, idle and waiting for disks left out', () => {
  const recorded = {
    '/proc/stat': 'cpu  100 0 50 800 50 0 0 0 0 0\ncpu0 1 1 1 1\n',
    '/proc/meminfo': 'MemTotal:       32000 kB\nMemAvailable:   20000 kB\n',
  };
  const load = new HostLoad({ ...recordedFiles({}), read: (path) => recordedFiles(recorded).read(path) });
  expect(load.read(0)).toEqual({ cpuShare: null, availableBytes: 20_480_000 });
  recorded['/proc/stat'] = 'cpu  160 0 70 910 60 0 0 0 0 0\n';
  expect(load.read(200_000)).toBeNull();
  expect(load.read(1_000_000)?.cpuShare).toBeCloseTo(80 / 200, 9);
});

test('a host that tells nothing has unknown figures', () => {
  expect(new HostLoad(recordedFiles({})).read(0)).toEqual({ cpuShare: null, availableBytes: null });
});
