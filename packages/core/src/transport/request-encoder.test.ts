import { expect, test } from 'vitest';
import { RequestEncoder } from './request-encoder.ts';
import { loopbackAddress } from './target-address.ts';

const address = { ...loopbackAddress(8000), hostname: 'example.test', basePath: '/base' };

test('a request is its head and its body in one piece, with the length in bytes', () => {
  const encoder = new RequestEncoder(address, '/v1/x', { 'x-team': 'search' });
  expect(encoder.encode('{"a":"봄"}').toString('utf8')).toBe(
    'POST /base/v1/x HTTP/1.1\r\nhost: example.test:8000\r\ncontent-type: application/json\r\naccept: text/event-stream\r\nuser-agent: kneepoint\r\nx-team: search\r\ncontent-length: 11\r\n\r\n{"a":"봄"}',
  );
});

test('released bytes are used again, also for a shorter body, and never while they are still out', () => {
  const encoder = new RequestEncoder(address, '/', {});
  const first = encoder.encode('x'.repeat(100));
  const second = encoder.encode('y'.repeat(100));
  expect(second.buffer).not.toBe(first.buffer);
  encoder.release(first);
  const third = encoder.encode('z');
  expect(third.buffer).toBe(first.buffer);
  expect(third.toString('latin1').endsWith('\r\n\r\nz')).toBe(true);
  expect(second.toString('latin1').endsWith('y'.repeat(100))).toBe(true);
});

test('a body that does not fit the released bytes gets its own', () => {
  const encoder = new RequestEncoder(address, '/', {});
  encoder.release(encoder.encode('x'));
  expect(encoder.encode('y'.repeat(5000)).toString('latin1').endsWith('y'.repeat(5000))).toBe(true);
});

test('the default port and an IPv6 address stand in the host header as HTTP wants them', () => {
  const standard = new RequestEncoder({ ...address, port: 80 }, '/', {}).encode('').toString('latin1');
  expect(standard).toContain('\r\nhost: example.test\r\n');
  const six = new RequestEncoder({ ...address, hostname: '::1' }, '/', {}).encode('').toString('latin1');
  expect(six).toContain('\r\nhost: [::1]:8000\r\n');
});
