import { expect, test } from 'vitest';
import { loopbackAddress } from '../transport/target-address.ts';
import { type Answerer, startRawServer, writing } from '../transport/testing/raw-server.ts';
import { httpGet, httpPost } from './http-get.ts';

const plain = (text: string): string => `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
/** Answers with the request that came. */
const echo: Answerer = ({ socket }, request) => void socket.write(plain(request));
const question = { headers: { 'x-team': 'search' }, timeoutMillis: 5000 };

test('the server that is measured is asked, whatever its name leads to', async () => {
  const server = await startRawServer(echo);
  const address = { ...loopbackAddress(server.port), hostname: 'no-such-host.invalid' };
  const url = `http://no-such-host.invalid:${server.port}/metrics`;
  const { status, text } = await httpGet(url, { ...question, address });
  expect(status).toBe(200);
  expect(text).toMatch(/^GET \/metrics HTTP\/1\.1\r\n/);
  expect(text).toContain('x-team: search');
});

test('without an address the URL alone says who is asked', async () => {
  const server = await startRawServer(echo);
  const { text } = await httpGet(`http://127.0.0.1:${server.port}/a`, { ...question, address: null });
  expect(text).toMatch(/^GET \/a /);
});

test('a POST carries JSON or nothing', async () => {
  const server = await startRawServer(echo);
  const options = { ...question, address: loopbackAddress(server.port) };
  const url = `http://127.0.0.1:${server.port}/flush_cache`;
  const empty = await httpPost(url, options);
  expect(empty.text).toMatch(/^POST \/flush_cache /);
  expect(empty.text).not.toContain('content-type');
  const full = await httpPost(url, options, { all: true });
  expect(full.text).toContain('content-type: application/json');
  expect(full.text).toMatch(/\r\n\r\n\{"all":true\}$/);
});

test('an answer that does not come in time, and one that nobody waits for, are errors', async () => {
  const server = await startRawServer(writing());
  const url = `http://127.0.0.1:${server.port}/`;
  const address = loopbackAddress(server.port);
  await expect(httpGet(url, { headers: {}, timeoutMillis: 30, address })).rejects.toMatchObject({
    name: 'TimeoutError',
  });
  const interrupt = new AbortController();
  const asked = httpGet(url, { ...question, address, signal: interrupt.signal });
  interrupt.abort(new Error('nobody waits'));
  await expect(asked).rejects.toThrow('nobody waits');
});
