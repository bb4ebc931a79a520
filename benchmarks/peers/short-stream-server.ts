import { createServer, type Socket } from 'node:net';

/**
 * Answers each chat or completions request at once with a whole four-token stream in one write, and counts. It does nothing else, so that
 * what limits the requests per second is the client for as long as possible; the bare reader's line shows this server's
 * own limit. A program: prints where it listens as a line of JSON, and ends with SIGTERM.
 */
const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n';
const identity = '"id":"cmpl-0000000000000000","created":0,"model":"short"';
const chat = answerStream(
  '"object":"chat.completion.chunk"',
  '"delta":{"content":" token"}',
  '"delta":{"content":""}',
);
const completion = answerStream('"object":"text_completion"', '"text":" token"', '"text":""');

function answerStream(object: string, token: string, nothing: string): Buffer {
  const frame = `data: {${identity},${object},"choices":[`;
  const tokenEvent = `${frame}{"index":0,${token},"logprobs":null,"finish_reason":null}]}\n\n`;
  const events = [
    ...Array.from({ length: 4 }, () => tokenEvent),
    `${frame}{"index":0,${nothing},"logprobs":null,"finish_reason":"length"}]}\n\n`,
    `${frame}],"usage":{"prompt_tokens":200,"total_tokens":204,"completion_tokens":4}}\n\n`,
    'data: [DONE]\n\n',
  ];
  const chunks = events.map((text) => `${text.length.toString(16)}\r\n${text}\r\n`);
  return Buffer.from(`${head}transfer-encoding: chunked\r\n\r\n${chunks.join('')}0\r\n\r\n`);
}

const headEnd = Buffer.from('\r\n\r\n');
const truth = { requests: 0, firstMicros: 0, lastMicros: 0 };
const nowMicros = (): number => Number(process.hrtime.bigint()) / 1000;

function answer(socket: Socket, requestHead: string): void {
  const stream = requestHead.startsWith('POST /v1/chat/completions')
    ? chat
    : requestHead.startsWith('POST /v1/completions')
      ? completion
      : null;
  if (stream === null) answerControl(socket, requestHead);
  else answerGeneration(socket, stream);
}

function answerGeneration(socket: Socket, stream: Buffer): void {
  if (truth.requests === 0) truth.firstMicros = nowMicros();
  truth.requests += 1;
  socket.write(stream);
  truth.lastMicros = nowMicros();
}

function answerControl(socket: Socket, requestHead: string): void {
  if (requestHead.startsWith('POST /truth/reset'))
    Object.assign(truth, { requests: 0, firstMicros: 0, lastMicros: 0 });
  const known: Record<string, unknown> = {
    '/v1/models': { object: 'list', data: [{ id: 'Qwen/Qwen3-8B', object: 'model', max_model_len: 4096 }] },
    '/truth': truth,
    '/truth/reset': {},
    '/health': {},
  };
  const path = requestHead.split(' ', 2)[1] ?? '';
  const text = JSON.stringify(known[path] ?? { error: 'not found' });
  const status = path in known ? '200 OK' : '404 Not Found';
  socket.write(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  );
}

/** The length of the first whole request in the bytes, or null while it is not whole. */
function requestLength(bytes: Buffer, headLength: number): number | null {
  if (headLength < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.toString('latin1', 0, headLength))?.[1] ?? '0';
  const whole = headLength + headEnd.length + Number(length);
  return whole <= bytes.length ? whole : null;
}

const server = createServer({ noDelay: true }, (socket) => {
  let waiting: Buffer | null = null;
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes: Buffer) => {
    let left = waiting === null ? bytes : Buffer.concat([waiting, bytes]);
    while (left.length > 0) {
      const headLength = left.indexOf(headEnd);
      const length = requestLength(left, headLength);
      if (length === null) break;
      answer(socket, left.toString('latin1', 0, Math.min(headLength, 64)));
      left = left.subarray(length);
    }
    waiting = left.length > 0 ? left : null;
  });
});

server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }));
});
process.once('SIGTERM', () => process.exit(0));
