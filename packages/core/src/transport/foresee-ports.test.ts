import { expect, test } from 'vitest';
import { countLocalPorts, readConnectionLimits, readOpenFiles } from './connection-limits.ts';
import { foreseePorts, judgePorts } from './foresee-ports.ts';
import { loopbackAddress } from './target-address.ts';
import { socketAddress } from './testing/target-servers.ts';

const limits = { localPorts: 28_232, openFiles: 1_000_000, openNow: 36 };
const demand = { connections: 28_232, perConnectionReuse: true, address: loopbackAddress(8000) };

test('as many connections as there are local ports are possible, one more is not', () => {
  expect(judgePorts(demand, limits)).toBe(null);
  expect(judgePorts({ ...demand, connections: 28_233 }, limits)).toMatchObject({
    code: 'too-many-connections',
    exitCode: 2,
    message: expect.stringContaining('need 28,233 local ports, and this host has 28,232') as string,
    hint: expect.stringMatching(/sysctl.*several addresses.*at most 28232/) as string,
  });
});

test('a server that closes after each answer needs two ports for each connection', () => {
  const closing = { ...demand, perConnectionReuse: false };
  expect(judgePorts({ ...closing, connections: 14_116 }, limits)).toBe(null);
  expect(judgePorts({ ...closing, connections: 14_117 }, limits)?.message).toContain('28,234 local ports');
});

test('a Unix socket needs no ports, but files', () => {
  const local = { ...demand, connections: 50_000, address: socketAddress('/run/llm.sock') };
  expect(judgePorts(local, limits)).toBe(null);
  expect(judgePorts(local, { ...limits, openFiles: 20_000 })).not.toBe(null);
});

test('files that are open, and those that a run opens besides, are left out of what is there for connections', () => {
  const few = { ...limits, openFiles: 1024 };
  expect(judgePorts({ ...demand, connections: 924 }, few)).toBe(null);
  expect(judgePorts({ ...demand, connections: 925 }, few)).toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/925 connections.*1,024 files.*924 are left/) as string,
    hint: expect.stringContaining('ulimit -n 1025') as string,
  });
});

test('limits that are not known forbid nothing', () => {
  const unknown = { localPorts: null, openFiles: null, openNow: 0 };
  expect(judgePorts({ ...demand, connections: 1_000_000 }, unknown)).toBe(null);
});

test.each([
  ['32768\t60999\n', '', 28_232],
  ['1024 65535', '\n', 64_512],
  ['32768 60999', '40000,50000-50010', 28_220],
  ['32768 60999', '8080,60990-61010', 28_222],
  ['', '', null],
  ['6 5', '', null],
])('the range %j without %j has %s ports', (range, reserved, ports) => {
  expect(countLocalPorts(range, reserved)).toBe(ports);
});

test.each([
  [
    'Max processes  1  1  processes\nMax open files            1024                 524288               files',
    1024,
  ],
  ['Max open files            unlimited            unlimited            files', null],
  ['', null],
])('the soft limit of open files is read', (text, files) => {
  expect(readOpenFiles(text)).toBe(files);
});

test.runIf(process.platform === 'linux')(
  'Linux says its limits, and one connection is within them',
  async () => {
    const read = await readConnectionLimits();
    expect(read.localPorts).toBeGreaterThan(0);
    expect(read.openNow).toBeGreaterThan(2);
    expect(await foreseePorts({ ...demand, connections: 1 })).toBe(null);
    expect(await foreseePorts({ ...demand, connections: 100_000_000 })).not.toBe(null);
  },
);
