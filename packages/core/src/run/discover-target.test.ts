import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { usualTrust } from '../transport/target-address.ts';
import { startRawServer } from '../transport/testing/raw-server.ts';
import { startSecureServer, startSocketServer } from '../transport/testing/target-servers.ts';
import { localhostCertificate } from '../transport/testing/test-certificates.ts';
import { discoverTarget, type TargetRequest } from './discover-target.ts';

const requestFor = (url: string, more: Partial<TargetRequest> = {}): TargetRequest => ({
  name: 'target',
  url,
  api: null,
  engine: null,
  model: null,
  headers: {},
  body: {},
  timeoutMicros: 1_000_000,
  tls: usualTrust,
  ...more,
});

/** Answers routes with JSON, and all others with 404. */
const answerOf =
  (routes: Readonly<Record<string, unknown>>) =>
  (request: string): string => {
    const body = routes[request.split(' ')[1] ?? ''];
    const text = body === undefined ? '{}' : JSON.stringify(body);
    return `HTTP/1.1 ${body === undefined ? '404 Not Found' : '200 OK'}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
  };
const models = { '/v1/models': { data: [{ id: 'qwen3', owned_by: 'somebody' }] } };
const ollama = {
  '/api/version': { version: '0.12.3' },
  '/api/tags': { models: [{ name: 'qwen3:8b' }] },
};
const startServer = async (routes: Readonly<Record<string, unknown>>): Promise<string> => {
  const answer = answerOf(routes);
  const { port } = await startRawServer(({ socket }, request) => void socket.write(answer(request)));
  return `http://127.0.0.1:${port}`;
};

test.each([
  ['Ollama', ollama, 'ollama-chat', 'qwen3:8b', '0.12.3'],
  ['TGI', { '/info': { model_id: 'qwen', version: '3.3.5' } }, 'tgi', 'qwen', '3.3.5'],
  [
    'llama.cpp',
    { '/props': { default_generation_settings: {}, model_alias: 'qwen', build_info: 'b1' } },
    'llama-cpp',
    'qwen',
    'b1',
  ],
])('%s without OpenAI routes is asked in its own way', async (_, routes, api, model, version) => {
  const { target, access } = await discoverTarget(requestFor(await startServer(routes)));
  expect(target).toMatchObject({ engine: 'other', api, model, version });
  expect(access).toMatchObject({ dialect: api, model });
});

test('a server that has OpenAI routes is asked by them, whatever else it has', async () => {
  const { target } = await discoverTarget(requestFor(await startServer({ ...ollama, ...models })));
  expect(target).toMatchObject({ engine: 'other', api: 'openai-chat', model: 'qwen3', version: '0.12.3' });
});

test('a server on a Unix socket is asked through it; the result names the file, not its folders', async () => {
  const answer = answerOf({ '/proxy/v1/models': models['/v1/models'] });
  const path = await startSocketServer((socket, request) => void socket.write(answer(request)));
  const { target, access, baseUrl } = await discoverTarget(requestFor(`unix:${path}:/proxy/v1`));
  expect(target).toMatchObject({ model: 'qwen3', url: `unix:${basename(path)}:/proxy` });
  expect(access.address).toMatchObject({ socketPath: path, basePath: '/proxy' });
  expect(baseUrl).toBe('http://localhost/proxy');
});

test('a certificate that nobody vouches for ends with exit code 3 and the flags that help', async () => {
  const answer = answerOf(models);
  const { port } = await startSecureServer(localhostCertificate, (socket, request) => {
    socket.write(answer(request));
  });
  const url = `https://127.0.0.1:${port}`;
  const unknown = discoverTarget(requestFor(url, { model: 'qwen3' }));
  await expect(unknown).rejects.toMatchObject({
    exitCode: 3,
    hint: expect.stringMatching(/--ca FILE.*--insecure/) as string,
  });
  const trusted = await discoverTarget(
    requestFor(url, { tls: { ca: localhostCertificate.certificate, insecure: false } }),
  );
  expect(trusted.target).toMatchObject({ model: 'qwen3', notes: [] });
  const insecure = await discoverTarget(requestFor(url, { tls: { ca: null, insecure: true } }));
  expect(insecure.target.notes).toEqual(["the server's certificate was not checked (--insecure)"]);
});

test('an interrupt ends the questions to a server that does not answer', async () => {
  const interrupt = new AbortController();
  const { port } = await startRawServer(() => interrupt.abort());
  const asked = discoverTarget(requestFor(`http://127.0.0.1:${port}`, { model: 'qwen3' }), interrupt.signal);
  await expect(asked).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 });
});

test('nobody is asked after an interrupt', async () => {
  const server = await startRawServer(() => undefined);
  const asked = discoverTarget(requestFor(`http://127.0.0.1:${server.port}`), AbortSignal.abort());
  await expect(asked).rejects.toMatchObject({ exitCode: 130 });
  expect(server.connections).toHaveLength(0);
});

test('a server that says nothing is given up when one request would be, in one sentence', async () => {
  const { port } = await startRawServer(() => {});
  const url = `http://127.0.0.1:${port}`;
  await expect(discoverTarget(requestFor(url, { timeoutMicros: 200_000 }))).rejects.toMatchObject({
    exitCode: 3,
    message: `the target ${url} accepts connections but does not answer within 0.2 s`,
  });
});

test('a server that says nothing of itself may still answer requests when its model is named', async () => {
  const { port } = await startRawServer(() => {});
  const request = requestFor(`http://127.0.0.1:${port}`, { timeoutMicros: 200_000, model: 'qwen3' });
  expect(await discoverTarget(request)).toMatchObject({
    answersQuestions: false,
    target: { model: 'qwen3', engine: 'other' },
  });
});
