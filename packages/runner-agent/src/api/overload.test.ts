import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createAgentClient } from '../client/agent-client.ts';
import type { JsonObject } from '../jobs/ports.ts';
import { depsForTests } from '../jobs/testing/agent-for-tests.ts';
import { ask, authorization, limits, serve, token } from './testing/served-agent.ts';

const gigabyte = 1024 ** 3;

/** Sends a body until the other side has had enough; says how much it took. */
async function pour(
  port: number,
  head: string,
  chunked: boolean,
): Promise<{ readonly sent: number; readonly text: string }> {
  const socket: Socket = connect(port, '127.0.0.1');
  let text = '';
  let over = false;
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {
    over = true;
  });
  socket.on('close', () => {
    over = true;
  });
  await once(socket, 'connect');
  socket.write(head);
  const piece = Buffer.alloc(64 * 1024, 0x20);
  let sent = 0;
  while (!over && sent < gigabyte) {
    if (chunked) socket.write(`${piece.length.toString(16)}\r\n`);
    const taken = socket.write(piece) && (!chunked || socket.write('\r\n'));
    sent += piece.length;
    if (chunked && !taken) socket.write('\r\n');
    if (!taken) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
  }
  socket.destroy();
  return { sent, text };
}

const postHead = (port: number, length: string): string =>
  `POST /jobs HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\n${length}\r\n\r\n`;

test.each([
  ['announced', `content-length: ${gigabyte}`, false],
  ['in chunks without a length', 'transfer-encoding: chunked', true],
])('a body of a gigabyte, %s, is refused and most of it never read', async (_, length, chunked) => {
  const { port } = await serve({ policy: limits({ bodyBytes: 1024 * 1024 }) });
  const { sent, text } = await pour(port, postHead(port, length), chunked);
  expect(text).toContain('HTTP/1.1 413');
  expect(text).toContain('body-too-large');
  expect(sent).toBeLessThan(gigabyte / 4);
});

test('a thousand listeners get what the policy allows, and the others a clear answer', async () => {
  const { port } = await serve({
    policy: limits({ listeners: 100 }),
    streams: { heartbeatMillis: 50, stallMillis: 60_000 },
  });
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  const statuses = await Promise.all(
    Array.from({ length: 1000 }, async () => {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => {});
      socket.write(`GET /probes HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: ${authorization}\r\n\r\n`);
      const [first] = await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => []);
      return first instanceof Buffer ? first.toString().slice(9, 12) : 'closed';
    }),
  );
  const streams = statuses.filter((status) => status === '200').length;
  expect(streams).toBe(100);
  for (const status of new Set(statuses)) expect(['200', '429', 'closed']).toContain(status);
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(async () => (await ask(port, '/metrics', { headers: { authorization } })).text, { timeout: 20_000 })
    .toContain('kneepoint_agent_listeners 0\n');
});

test('a reader that takes nothing is dropped, holds nothing up, and the others miss nothing', async () => {
  const listening: ((sample: JsonObject) => void)[] = [];
  const subscribe = (listener: (sample: JsonObject) => void) => {
    listening.push(listener);
    return () => {};
  };
  const { port, url } = await serve({
    probes: { ...depsForTests('').probes, subscribe },
    streams: { heartbeatMillis: 100, stallMillis: 1000 },
  });
  const slow = connect(port, '127.0.0.1');
  onTestFinished(() => void slow.destroy());
  slow.pause();
  slow.on('error', () => {});
  slow.write(`GET /probes HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: ${authorization}\r\n\r\n`);
  const metrics = async (): Promise<string> =>
    (await ask(port, '/metrics', { headers: { authorization } })).text;
  await expect.poll(metrics).toContain('kneepoint_agent_listeners 1\n');
  const end = new AbortController();
  const reader = (await createAgentClient({ url, token }).probes(end.signal)).getReader();
  await expect.poll(metrics).toContain('kneepoint_agent_listeners 2\n');
  const text = 'x'.repeat(64 * 1024);
  let read = '';
  const decoder = new TextDecoder();
  for (let number = 1; number <= 400; number++) {
    for (const listener of listening) listener({ number, text });
    while (!read.includes(`"number":${number},`))
      read = (read + decoder.decode((await reader.read()).value)).slice(-200_000);
    read = read.slice(-100);
  }
  end.abort();
  await expect.poll(metrics, { timeout: 30_000 }).toContain('kneepoint_agent_listeners_dropped_total 1\n');
});
