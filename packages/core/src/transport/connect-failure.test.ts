import { expect, test } from 'vitest';
import { describeConnectFailure, isQueueFull } from './connect-failure.ts';

const failing = (code: string): Error => Object.assign(new Error(`connect ${code} 127.0.0.1:8000`), { code });

test.each([
  ['EADDRNOTAVAIL', 'no free local port', 'net.ipv4.ip_local_port_range'],
  ['EMFILE', 'too many open files', 'ulimit -n'],
  ['ENFILE', 'too many open files', 'fs.file-max'],
  ['EAGAIN', 'connection queue full', 'has not accepted yet'],
  ['ECONNREFUSED', 'ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:8000'],
])('%s is called %s', (code, detail, said) => {
  expect(describeConnectFailure(failing(code))).toEqual({
    detail,
    sample: expect.stringContaining(said) as string,
  });
});

test('a connection that the server closed while it was opened has no system code', () => {
  expect(describeConnectFailure(null).detail).toBe('connection closed');
  expect(describeConnectFailure(new Error('odd'))).toEqual({ detail: 'connection closed', sample: 'odd' });
});

test('only a full queue is worth another try', () => {
  expect([failing('EAGAIN'), failing('ECONNREFUSED'), null].map(isQueueFull)).toEqual([true, false, false]);
});
