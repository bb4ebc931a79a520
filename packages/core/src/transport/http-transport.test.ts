import { expect, test } from 'vitest';
import { micros } from '../units/units.ts';
import { unset } from './flight.ts';
import {
  doneEvent,
  event,
  lastChunk,
  roleEvent,
  streamHead,
  tokenEvent,
  wholeAnswer,
} from './testing/answers.ts';
import { type Answerer, closing, startRawServer, writing } from './testing/raw-server.ts';
import { createSender, type SentRequest } from './testing/send-requests.ts';

/** One request to a server that answers in this way. */
async function sendTo(
  answer: Answerer,
  options: Parameters<typeof createSender>[1] = {},
): Promise<SentRequest> {
  const server = await startRawServer(answer);
  return createSender(server.port, options).send();
}

test('a whole answer has its marks in order and its tokens counted', async () => {
  const { flight, gaps, end } = await sendTo(writing(wholeAnswer(5)));
  expect(end).toEqual({ status: 'completed', unreachable: false, timedOut: false });
  expect(flight).toMatchObject({
    events: 5,
    outputTokens: 5,
    inputTokens: 3,
    finishReason: 'length',
    httpStatus: 200,
  });
  const marks = [
    flight.dispatched,
    flight.sent,
    flight.headers,
    flight.firstToken,
    flight.lastToken,
    flight.closed,
  ];
  expect(marks).toEqual([...marks].sort((left, right) => left - right));
  expect(gaps).toHaveLength(4);
});

test('a first event with only a role starts no token, however long the text takes', async () => {
  let finish = (): void => undefined;
  const server = await startRawServer(({ socket }) => {
    socket.write(streamHead + roleEvent);
    finish = () => void socket.write(tokenEvent('a', 1, 'stop') + doneEvent + lastChunk);
  });
  const { transport, send } = createSender(server.port);
  const sent = send();
  const { promise: headersSeen, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    const [flight] = [...transport.flights()];
    if (
      flight !== undefined &&
      flight.headers !== unset &&
      transport.counts.bytes >= streamHead.length + roleEvent.length
    ) {
      expect(flight.firstToken).toBe(unset);
      resolve();
    } else setImmediate(look);
  };
  look();
  await headersSeen;
  finish();
  const { flight } = await sent;
  expect(flight.firstToken).toBeGreaterThan(flight.headers);
});

test('events that come in one read share a stamp: a gap of zero, and several events per read', async () => {
  const server = await startRawServer(writing(wholeAnswer(6)));
  const { transport, send } = createSender(server.port);
  const { flight, gaps } = await send();
  expect(gaps).toEqual(Array.from({ length: 5 }, () => [0, 1, 0]));
  expect(flight.firstToken).toBe(flight.lastToken);
  expect(flight.events / transport.counts.reads).toBe(6);
});

test('a character cut at the border of two reads is one character', async () => {
  const answer = Buffer.from(streamHead + tokenEvent('안', 1, 'stop') + doneEvent + lastChunk);
  const cut = answer.indexOf('안') + 1;
  const server = await startRawServer(({ socket }) => {
    socket.write(answer.subarray(0, cut), () => setImmediate(() => socket.write(answer.subarray(cut))));
  });
  const { flight } = await createSender(server.port, { keepText: 'all' }).send();
  expect(flight).toMatchObject({ status: 'completed', text: '안' });
});

test('a connection lost in the middle is a failure that keeps its tokens', async () => {
  const { flight, end } = await sendTo(
    closing(streamHead, roleEvent, tokenEvent('a', 1), tokenEvent('b', 2)),
  );
  expect(end).toEqual({ status: 'failed', unreachable: false, timedOut: false });
  expect(flight).toMatchObject({
    errorClass: 'protocol',
    errorDetail: 'connection lost in the middle of the answer',
    events: 2,
    outputTokens: 2,
  });
});

test('a connection lost after the finish reason is lost all the same: the chunked message has no end', async () => {
  const { flight } = await sendTo(closing(streamHead, tokenEvent('a', 1, 'stop')));
  expect(flight.status).toBe('failed');
});

test('a connection lost before any answer says that the target is unreachable', async () => {
  const { flight, end } = await sendTo(closing());
  expect(end).toEqual({ status: 'failed', unreachable: true, timedOut: false });
  expect(flight).toMatchObject({ errorClass: 'protocol', errorDetail: 'connection lost before any answer' });
});

test('a connection that stays open after [DONE] ends the answer at [DONE] and is not used again', async () => {
  const server = await startRawServer(writing(streamHead, tokenEvent('a', 1, 'stop'), doneEvent));
  const { transport, send } = createSender(server.port);
  const first = await send();
  expect(first.flight).toMatchObject({ status: 'completed', sawDone: true, outputTokens: 1 });
  expect(first.flight.closed).toBe(first.flight.lastToken);
  await send();
  expect(transport.counts).toMatchObject({ opened: 2, reused: 0 });
});

const closeHead = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n';
const unchunked = (text: string): string => text.replace(/^[0-9a-f]+\r\n/, '').replace(/\r\n$/, '');

test('a stream that ends with its connection is whole when it said why it finished', async () => {
  const whole = await sendTo(
    closing(closeHead, unchunked(tokenEvent('a', 1)), unchunked(tokenEvent('b', 2, 'stop'))),
  );
  expect(whole.flight).toMatchObject({ status: 'completed', outputTokens: 2 });
  const lost = await sendTo(closing(closeHead, unchunked(tokenEvent('a', 1))));
  expect(lost.flight).toMatchObject({ status: 'failed', errorClass: 'protocol', outputTokens: 1 });
});

test('a stream without [DONE] is whole when its message is', async () => {
  const { flight } = await sendTo(writing(streamHead, tokenEvent('a', 1, 'stop'), lastChunk));
  expect(flight).toMatchObject({ status: 'completed', sawDone: false, outputTokens: 1 });
});

test('an empty stream is not an answer', async () => {
  const { flight } = await sendTo(writing(streamHead, lastChunk));
  expect(flight).toMatchObject({ status: 'failed', errorClass: 'empty' });
});

test('an error event inside a 200 stream is a failure with what the server said', async () => {
  const { flight } = await sendTo(
    writing(streamHead, event({ error: { message: 'too long' } }), doneEvent, lastChunk),
  );
  expect(flight).toMatchObject({ status: 'failed', errorClass: 'in-stream', errorSample: 'too long' });
});

const plain = (status: string, type: string, body: string, more = ''): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\n${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test.each([
  '401 Unauthorized',
  '404 Not Found',
  '429 Too Many Requests',
  '500 Internal Server Error',
  '503 Busy',
])('HTTP %s is a failure by its status, with the body as sample', async (status) => {
  const { flight } = await sendTo(writing(plain(status, 'application/json', '{"error":"no key"}')));
  expect(flight).toMatchObject({
    status: 'failed',
    errorClass: 'http-status',
    errorDetail: status.slice(0, 3),
    errorSample: '{"error":"no key"}',
    httpStatus: Number(status.slice(0, 3)),
  });
});

test.each([
  [
    'an HTML page',
    plain('200 OK', 'text/html', '<h1>Welcome</h1>'),
    'not a stream: text/html',
    '<h1>Welcome</h1>',
  ],
  [
    'a JSON object',
    plain('200 OK', 'application/json', '{"ok":true}'),
    'not a stream: application/json',
    '{"ok":true}',
  ],
])('%s with status 200 is not an answer', async (_, answer, detail, sample) => {
  const { flight } = await sendTo(writing(answer));
  expect(flight).toMatchObject({
    status: 'failed',
    errorClass: 'protocol',
    errorDetail: detail,
    errorSample: sample,
  });
});

test('an answer that is compressed although nobody asked is refused by name', async () => {
  const { flight } = await sendTo(
    writing(plain('200 OK', 'text/event-stream', 'xx', 'content-encoding: gzip\r\n')),
  );
  expect(flight).toMatchObject({ status: 'failed', errorClass: 'protocol' });
  expect(flight.errorDetail).toContain('gzip');
});

test('a compressed error page is a failure by its status', async () => {
  const { flight } = await sendTo(
    writing(plain('503 Busy', 'text/html', 'xx', 'content-encoding: gzip\r\n')),
  );
  expect(flight).toMatchObject({ status: 'failed', errorClass: 'http-status', errorDetail: '503' });
});

test('bytes that are not HTTP are a protocol error', async () => {
  const { flight } = await sendTo(writing('SSH-2.0-OpenSSH\r\n\r\n'));
  expect(flight).toMatchObject({ status: 'failed', errorClass: 'protocol' });
});

test('a server that never answers is a timeout', async () => {
  const { flight, end } = await sendTo(writing(), { timeout: micros(50_000) });
  expect(end.status).toBe('failed');
  expect(flight).toMatchObject({ errorClass: 'timeout', errorDetail: 'no answer', headers: unset });
});

test('a stream that stalls for good is a timeout that keeps its tokens', async () => {
  const { flight } = await sendTo(writing(streamHead, tokenEvent('a', 1)), { timeout: micros(80_000) });
  expect(flight).toMatchObject({
    errorClass: 'timeout',
    errorDetail: 'no end of the answer',
    outputTokens: 1,
  });
});

test('a cut request is cut, not failed, and keeps its tokens', async () => {
  const server = await startRawServer(writing(streamHead, tokenEvent('a', 1)));
  const { transport, send } = createSender(server.port);
  const sent = send();
  const cutWhenSeen = (): void => {
    if ([...transport.flights()].some((flight) => flight.events === 1)) transport.cutAll();
    else setImmediate(cutWhenSeen);
  };
  cutWhenSeen();
  const { flight, end } = await sent;
  expect(end).toEqual({ status: 'cut', unreachable: false, timedOut: false });
  expect(flight).toMatchObject({ errorClass: null, outputTokens: 1 });
});
