import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLoadTruth } from './load-truth.ts';
import { startServerProcess } from './server-process.ts';

const program = fileURLToPath(new URL('short-stream-server.ts', import.meta.url));

/** Sends pieces one by one, each once the one before is on its way, and returns what came until the last chunk. */
function exchange(url: string, pieces: readonly string[]): Promise<string> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname);
    socket.on('error', reject);
    socket.on('data', (bytes) => {
      answer += bytes.toString();
      if (answer.endsWith('\r\n0\r\n\r\n')) socket.end(() => resolve(answer));
    });
    const send = ([first, ...rest]: readonly string[]): void => {
      if (first !== undefined) socket.write(first, () => setImmediate(send, rest));
    };
    socket.on('connect', () => send(pieces));
  });
}

test('a request in pieces gets one four-token stream of its format, and is counted once', async () => {
  const server = await startServerProcess(program, []);
  try {
    const head = 'HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n\r\n';
    const chat = await exchange(server.url, [`POST /v1/chat/completions ${head}`, '{"stream":', '1}']);
    expect(chat.match(/"delta":{"content":" token"}/g)).toHaveLength(4);
    const completion = await exchange(server.url, [`POST /v1/completions ${head}{"stream":1}`]);
    expect(completion.match(/"text":" token"/g)).toHaveLength(4);
    const answer: unknown = await (await fetch(`${server.url}/truth`)).json();
    expect(readLoadTruth({ kind: 'unpaced' }, answer)).toMatchObject({ requests: 2, events: 8 });
  } finally {
    await server.stop();
  }
});
