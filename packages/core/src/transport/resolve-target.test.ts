import { expect, test } from 'vitest';
import { firstThatAccepts, resolveTarget } from './resolve-target.ts';
import { isLoopback, usualTrust } from './target-address.ts';
import { startRawServer, writing } from './testing/raw-server.ts';

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

test('of a name with several addresses the one is taken that the server listens on', async () => {
  const { port } = await startRawServer(writing());
  const addresses = [{ address: '127.0.0.2' }, { address: '127.0.0.1' }];
  expect(await firstThatAccepts(addresses, port)).toBe('127.0.0.1');
});

test('where no address accepts, the first is taken', async () => {
  const server = await startRawServer(writing());
  await server.close();
  const addresses = [{ address: '127.0.0.2' }, { address: '127.0.0.1' }];
  expect(await firstThatAccepts(addresses, server.port)).toBe('127.0.0.2');
});
