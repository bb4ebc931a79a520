import type { Socket } from 'node:net';
import { startRawServer } from '../../transport/testing/raw-server.ts';

/** How a server of a test streams its answers. */
export type StreamedAnswer = {
  readonly tokens: number;
  /** Between two events. */
  readonly gapMillis: number;
};

/** A server on 127.0.0.1 that streams each answer event by event, each with the tokens so far; gone when the test has ended. */
export async function startStreamingServer(answer: StreamedAnswer): Promise<string> {
  const { port } = await startRawServer(({ socket }, request) => {
    const [method, path] = request.split(' ');
    if (method === 'POST') stream(socket, answer);
    else socket.write(plainAnswer(path ?? ''));
  });
  return `http://127.0.0.1:${port}`;
}

function plainAnswer(path: string): string {
  if (path === '/metrics')
    return whole('text/plain', 'vllm:num_requests_running 3.0\nvllm:num_requests_waiting 1.0\n');
  return whole(
    'application/json',
    JSON.stringify({ object: 'list', data: [{ id: 'model', object: 'model', owned_by: 'vllm' }] }),
  );
}

const whole = (type: string, body: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const event = (choices: readonly object[], tokens: number): string => {
  const usage = { prompt_tokens: 50, completion_tokens: tokens, total_tokens: 50 + tokens };
  const data = {
    id: 'chatcmpl-0',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'model',
    choices,
    usage,
  };
  return chunk(`data: ${JSON.stringify(data)}\n\n`);
};

function stream(socket: Socket, { tokens, gapMillis }: StreamedAnswer): void {
  socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n');
  let sent = 0;
  const next = (): void => {
    if (socket.destroyed) return;
    if (sent === tokens) {
      socket.write(
        `${event([{ index: 0, delta: {}, finish_reason: 'length' }], sent)}${chunk('data: [DONE]\n\n')}0\r\n\r\n`,
      );
      return;
    }
    sent++;
    socket.write(event([{ index: 0, delta: { content: ' word' }, finish_reason: null }], sent));
    setTimeout(next, gapMillis);
  };
  setTimeout(next, gapMillis);
}
