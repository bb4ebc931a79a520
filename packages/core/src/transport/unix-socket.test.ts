import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { httpGet, httpPost } from '../measurement/http-get.ts';
import { parseTargetUrl } from './parse-target-url.ts';
import { resolveTarget } from './resolve-target.ts';
import { isLoopback, usualTrust } from './target-address.ts';
import { wholeAnswer } from './testing/answers.ts';
import { createSender } from './testing/send-requests.ts';
import { socketAddress, startSocketServer, temporaryFolder } from './testing/target-servers.ts';

test.each([
  ['unix:/run/llm.sock', '/run/llm.sock', '', 'unix:/run/llm.sock'],
  ['unix:///run/llm.sock', '/run/llm.sock', '', 'unix:/run/llm.sock'],
  ['unix:/run/llm.sock:/proxy/v1', '/run/llm.sock', '/proxy', 'unix:/run/llm.sock:/proxy'],
  ['unix:llm.sock', 'llm.sock', '', 'unix:llm.sock'],
  ['http+unix://%2Frun%2Fllm.sock', '/run/llm.sock', '', 'unix:/run/llm.sock'],
  ['http+unix://%2Frun%2Fllm.sock/a/b/v1/', '/run/llm.sock', '/a/b', 'unix:/run/llm.sock:/a/b'],
])('%s is a socket and a prefix', (text, socketPath, basePath, shownUrl) => {
  expect(parseTargetUrl(text)).toMatchObject({
    socketPath,
    basePath,
    shownUrl,
    secure: false,
    hostname: 'localhost',
    port: 80,
    baseUrl: `http://localhost${basePath}`,
  });
});

test.each([
  ['unix:', 'names no socket'],
  ['http+unix:///v1', 'names no socket'],
  ['http+unix://%2', 'percent-encoded'],
  ['https+unix://%2Frun%2Fllm.sock', 'TLS over a Unix socket'],
  [`unix:/${'x'.repeat(107)}`, 'has 108 bytes'],
  [`unix:/${'봄'.repeat(36)}`, 'has 109 bytes'],
])('%s is refused', (text, said) => {
  expect(() => parseTargetUrl(text)).toThrow(
    expect.objectContaining({
      code: 'target-url',
      exitCode: 2,
      message: expect.stringContaining(said) as string,
    }),
  );
});

test('a path of 107 bytes is one that a socket can have', () => {
  expect(parseTargetUrl(`unix:/${'x'.repeat(106)}`).socketPath).toHaveLength(107);
});

test('a socket that is not there is an unreachable target', async () => {
  const folder = await temporaryFolder();
  await expect(resolveTarget(`unix:${folder}/no.sock`, usualTrust)).rejects.toMatchObject({
    exitCode: 3,
    message: `there is no socket at ${folder}/no.sock`,
  });
});

test.each(['a file', 'a folder'])('%s where a socket should be is a mistake in the address', async (kind) => {
  const folder = await temporaryFolder();
  const path = kind === 'a folder' ? folder : join(folder, 'plain');
  if (kind === 'a file') await writeFile(path, '');
  await expect(resolveTarget(`unix:${path}`, usualTrust)).rejects.toMatchObject({
    exitCode: 2,
    message: `${path} is no Unix socket but ${kind}`,
  });
});

test('measured requests go through the socket, keep it open, and say localhost', async () => {
  const requests: string[] = [];
  const path = await startSocketServer((socket, request) => {
    requests.push(request);
    socket.write(wholeAnswer(3));
  });
  const address = await resolveTarget(`unix:${path}`, usualTrust);
  expect(isLoopback(address)).toBe(true);
  const { transport, send } = createSender(address);
  await transport.open(1);
  expect((await send()).flight).toMatchObject({
    status: 'completed',
    outputTokens: 3,
    openedConnection: false,
  });
  await send();
  expect(transport.counts).toMatchObject({ opened: 1, reused: 2, waited: 0 });
  expect(requests[0]).toContain('\r\nhost: localhost\r\n');
});

test('questions go through the socket too', async () => {
  const path = await startSocketServer((socket, request) => {
    const body = request.split('\r\n')[0] ?? '';
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  });
  const options = { headers: {}, timeoutMillis: 5000, address: socketAddress(path) };
  expect((await httpGet('http://localhost/a/metrics', options)).text).toBe('GET /a/metrics HTTP/1.1');
  expect((await httpPost('http://localhost/flush_cache', options)).text).toBe('POST /flush_cache HTTP/1.1');
});

test('a socket whose server has ended is refused, class connect', async () => {
  const path = join(await temporaryFolder(), 'left.sock');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const address = await resolveTarget(`unix:${path}`, usualTrust);
  await new Promise((resolve) => server.close(resolve));
  const { flight } = await createSender(address).send();
  expect(flight).toMatchObject({ errorClass: 'connect', errorDetail: 'ENOENT' });
});
