import { expect, test } from 'vitest';
import { resolveTarget } from './resolve-target.ts';
import { isLoopback, usualTrust } from './target-address.ts';

test.each([
  ['http://127.0.0.1:8000/v1', { secure: false, address: '127.0.0.1', port: 8000, basePath: '' }],
  ['https://[::1]/a/', { secure: true, hostname: '::1', address: '::1', port: 443, basePath: '/a' }],
  ['http://127.0.0.1', { port: 80, socketPath: null }],
])('%s is resolved once, before any request', async (text, expected) => {
  const address = await resolveTarget(text, usualTrust);
  expect(address).toMatchObject(expected);
  expect(isLoopback(address)).toBe(true);
});

test('whom to trust stays with the address', async () => {
  const tls = { ca: 'PEM', insecure: false };
  expect((await resolveTarget('https://127.0.0.1', tls)).tls).toBe(tls);
});

test('an address of another host is no loopback', async () => {
  expect(isLoopback(await resolveTarget('http://192.0.2.1', usualTrust))).toBe(false);
});
