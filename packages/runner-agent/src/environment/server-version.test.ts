import { expect, test } from 'vitest';
import type { JsonGetter } from './http-json.ts';
import { readServerVersion } from './server-version.ts';

const serverWith =
  (answers: Readonly<Record<string, unknown>>): JsonGetter =>
  async (url) => {
    const json = answers[new URL(url).pathname];
    return json === undefined
      ? { kind: 'failed', reason: 'it answered with status 404' }
      : { kind: 'answered', json };
  };

test.each([
  ['/version', { '/version': { version: '0.32.0' } }, '0.32.0'],
  ['/get_server_info', { '/get_server_info': { version: '0.5.23', tp_size: 1 } }, '0.5.23'],
  ['/server_info', { '/version': {}, '/server_info': { version: '0.6.1' } }, '0.6.1'],
])('a server that tells its version at %s is read there', async (route, answers, version) => {
  const fact = await readServerVersion(serverWith(answers), 'http://127.0.0.1:8001/v1');
  expect(fact).toEqual({ value: version, source: `GET ${route}`, reason: null });
});

test('a server that tells it nowhere is unknown with the last reason', async () => {
  const fact = await readServerVersion(serverWith({}), 'http://127.0.0.1:8001');
  expect(fact).toEqual({ value: null, source: 'the server', reason: 'it answered with status 404' });
});
