import { createServer } from 'node:net';
import { AnswerPacer } from './answer-pacer.ts';
import { precomputeAnswer } from './precomputed-answers.ts';

/**
 * A server whose answers are bytes made beforehand, so that a client can be measured that is faster than a server that
 * computes: `precomputed-server.ts TOKENS [STEP_MILLIS]`. Without a step an answer goes out whole, in one write. It prints its
 * address, and says at `/sent` how many answers and token events it has begun to send.
 */
const [tokens = '4', stepMillis = '0'] = process.argv.slice(2);
const answer = precomputeAnswer(Number(tokens));
const pacer = Number(stepMillis) > 0 ? new AnswerPacer(answer, Number(stepMillis)) : null;
const contentLength = Buffer.from('content-length: ');
const headEnd = Buffer.from('\r\n\r\n');
const post = 0x50;
/** The client's bursts of connects are wider than the usual queue of 511. */
const backlog = 4096;
let requests = 0;

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy());
  /** Bytes of the request being read that have not come yet. */
  let missing = 0;
  socket.on('data', (bytes: Buffer) => {
    if (missing === 0 && bytes[0] !== post) {
      socket.write(control(bytes));
      return;
    }
    missing = (missing === 0 ? requestLength(bytes) : missing) - bytes.length;
    if (missing > 0) return;
    requests++;
    if (pacer === null) socket.write(answer.whole);
    else pacer.begin(socket);
  });
});

/** The whole length of the request that these bytes begin: clients send its head in one piece. */
function requestLength(bytes: Buffer): number {
  const digits = bytes.indexOf(contentLength) + contentLength.length;
  let length = 0;
  let position = digits;
  for (let byte = bytes[position] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[++position] ?? 0)
    length = length * 10 + byte - 0x30;
  return bytes.indexOf(headEnd, position) + headEnd.length + length;
}

/** The model list and the counts; every other question has no answer here. */
function control(bytes: Buffer): string {
  const path = bytes.toString('latin1', 4, bytes.indexOf(0x20, 4));
  const known: Record<string, unknown> = {
    '/v1/models': { object: 'list', data: [{ id: 'model', object: 'model' }] },
    '/sent': { requests, events: pacer === null ? requests * Number(tokens) : pacer.events },
  };
  const body = known[path] === undefined ? '{}' : JSON.stringify(known[path]);
  const status = known[path] === undefined ? '404 Not Found' : '200 OK';
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

server.listen({ port: 0, host: '127.0.0.1', backlog }, () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null)
    console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}` }));
});
