import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { dockerAddress, readDocker } from './docker-engine.ts';
import { getJson } from './http-json.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** An engine's two routes on a socket of its own, as Docker 27 answers. */
async function engineOn(answers: Readonly<Record<string, unknown>>): Promise<string> {
  const socketPath = join(temporaryFolder('engine'), 'docker.sock');
  const listening = createServer((incoming, outgoing) => {
    const answer = answers[incoming.url ?? ''];
    outgoing.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(answer ?? { message: 'page not found' }));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(socketPath, resolve));
  return socketPath;
}

test("the engine's version and runtimes come over its socket", async () => {
  const socketPath = await engineOn({
    '/version': { Version: '27.3.1', ApiVersion: '1.47', Os: 'linux' },
    '/info': { Runtimes: { runc: {}, nvidia: {} }, StorageDriver: 'overlay2', CgroupVersion: '2' },
  });
  expect(await readDocker(getJson, { kind: 'socket', path: socketPath })).toEqual({
    version: { value: '27.3.1', source: 'Docker Engine API', reason: null },
    apiVersion: { value: '1.47', source: 'Docker Engine API', reason: null },
    runtimes: { value: ['nvidia', 'runc'], source: 'Docker Engine API', reason: null },
    storageDriver: { value: 'overlay2', source: 'Docker Engine API', reason: null },
  });
});

test('an engine that tells its version and no more leaves the rest unknown', async () => {
  const socketPath = await engineOn({ '/version': { Version: '27.3.1' } });
  const facts = await readDocker(getJson, { kind: 'socket', path: socketPath });
  expect(facts.version.value).toBe('27.3.1');
  expect(facts.runtimes).toMatchObject({ value: null, reason: 'the engine does not tell it' });
});

test('a host without an engine says that there is no socket, and not where it would be', async () => {
  const facts = await readDocker(getJson, { kind: 'socket', path: '/nowhere/of/somebody/docker.sock' });
  expect(facts.version.reason).toBe('there is no such socket');
});

test('DOCKER_HOST leads to a socket or to an address; what needs a program of its own is refused with a reason', async () => {
  expect(dockerAddress(undefined)).toEqual({ kind: 'socket', path: '/var/run/docker.sock' });
  expect(dockerAddress('unix:///run/user/1000/docker.sock')).toEqual({
    kind: 'socket',
    path: '/run/user/1000/docker.sock',
  });
  expect(dockerAddress('tcp://10.0.0.5:2375')).toEqual({ kind: 'tcp', url: 'http://10.0.0.5:2375' });
  const facts = await readDocker(getJson, dockerAddress('ssh://somebody@gpu-host'));
  expect(facts.version.reason).toBe('DOCKER_HOST with ssh is not supported');
});
