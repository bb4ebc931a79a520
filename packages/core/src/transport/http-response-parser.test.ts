import fc from 'fast-check';
import { Client } from 'undici';
import { expect, test } from 'vitest';
import { HttpResponseParser } from './http-response-parser.ts';
import { ProtocolError } from './protocol-error.ts';
import { startRawServer, writePieces } from './testing/raw-server.ts';
import { cutsOf, piecesOf } from './testing/read-pieces.ts';
import { readResponses } from './testing/read-responses.ts';

/** A response as bytes, and how it says where it ends. */
type Framing = 'length' | 'chunked' | 'close';

const token = fc.string({ unit: fc.constantFrom(...'abcdefghxyz0123456789-'), minLength: 1, maxLength: 12 });
const headerValue = fc.string({ unit: fc.constantFrom(...'abc XYZ=;,/"0123'), maxLength: 20 });
const body = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text));
const hexCase = fc.boolean();

const chunkedBody = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.constantFrom('', ';a=b', ' ;x', ';q="1 2"'),
      ),
      {
        maxLength: 8,
      },
    ),
    fc.array(fc.tuple(token, headerValue), { maxLength: 3 }),
    hexCase,
  )
  .map(([chunks, trailers, upper]) => {
    const pieces = chunks.flatMap(([bytes, extension]) => {
      const size = bytes.length.toString(16);
      return [
        Buffer.from(`${upper ? size.toUpperCase() : `0${size}`}${extension.trim()}\r\n`),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ];
    });
    const end = trailers.map(([name, value]) => `x-${name}: ${value.trim()}\r\n`).join('');
    return Buffer.concat([...pieces, Buffer.from(`0\r\n${end}\r\n`)]);
  });

const responseBytes = fc
  .tuple(
    fc.constantFrom<Framing>('length', 'chunked', 'close'),
    fc.constantFrom(200, 200, 201, 400, 404, 429, 500, 503),
    fc.array(fc.tuple(token, headerValue), { maxLength: 4 }),
    fc.constantFrom('', 'HTTP/1.1 102 Processing\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
    body,
    chunkedBody,
  )
  .map(([framing, status, headers, before, plain, chunked]) => {
    const lines = headers.map(([name, value]) => `X-${name}: ${value}\r\n`).join('');
    const framed = {
      length: `Content-Length: ${plain.length}\r\n`,
      chunked: 'Transfer-Encoding: chunked\r\n',
      close: 'Connection: close\r\n',
    }[framing];
    const head = `${before}HTTP/1.1 ${status} Some Reason\r\n${lines}${framed}\r\n`;
    return Buffer.concat([Buffer.from(head), framing === 'chunked' ? chunked : plain]);
  });

test('any response cut at any bytes reads as undici reads it from a socket', async () => {
  const answers: { bytes: Buffer; cuts: readonly number[] }[] = [];
  const server = await startRawServer(({ socket }) => {
    const answer = answers.pop();
    if (answer === undefined) return;
    void writePieces(socket, piecesOf(answer.bytes, answer.cuts)).then(() => socket.end());
  });
  const cutResponse = responseBytes.chain((bytes) =>
    fc.tuple(fc.constant(bytes), cutsOf(bytes.length), cutsOf(bytes.length)),
  );
  await fc.assert(
    fc.asyncProperty(cutResponse, async ([bytes, cuts, serverCuts]) => {
      answers.push({ bytes, cuts: serverCuts.slice(0, 12) });
      const client = new Client(`http://127.0.0.1:${server.port}`);
      const answer = await client.request({ path: '/', method: 'GET' });
      const theirs = Buffer.from(await answer.body.arrayBuffer()).toString('latin1');
      await client.destroy();
      const [ours] = readResponses(bytes, cuts);
      expect(ours?.status).toBe(answer.statusCode);
      expect(ours?.headers).toEqual(joined(answer.headers));
      expect(ours?.body).toBe(theirs);
    }),
    { numRuns: 60 },
  );
});

/** undici gives repeated headers as a list and keeps the white space behind a value; the parser joins and trims. */
const joined = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      [value ?? '']
        .flat()
        .map((part) => part.trim())
        .join(', '),
    ]),
  );

const lengthAnswer = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 5\r\n\r\nhello';
const chunkedAnswer =
  'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;ext="a;b"\r\nabc\r\n0A\r\n0123456789\r\n0\r\nx-end: yes\r\nx-two: 2\r\n\r\n';

test.each([
  ['length', lengthAnswer, 'hello'],
  ['chunked with extensions and trailers', chunkedAnswer, 'abc0123456789'],
  ['a continue before it', `HTTP/1.1 100 Continue\r\n\r\n${lengthAnswer}`, 'hello'],
  ['bare line feeds', lengthAnswer.replaceAll('\r\n', '\n'), 'hello'],
  ['an empty line before it', `\r\n${lengthAnswer}`, 'hello'],
  ['no content', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
  ['a length of zero', 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', ''],
  ['no reason', 'HTTP/1.1 200\r\ncontent-length: 2, 2\r\n\r\nok', 'ok'],
])('an answer with %s is whole wherever it is cut once', (_, text, expected) => {
  const bytes = Buffer.from(text);
  for (let cut = 0; cut < bytes.length; cut++) {
    const [response] = readResponses(bytes, [cut]);
    expect(response, `cut at ${cut}`).toMatchObject({ body: expected, whole: true, keepAlive: true });
  }
});

test('two answers in a row on one connection are two, at every cut', () => {
  const bytes = Buffer.from(chunkedAnswer + lengthAnswer);
  for (let cut = 1; cut < bytes.length; cut++) {
    const responses = readResponses(bytes, [cut], 2);
    expect(responses.map((response) => response.body)).toEqual(['abc0123456789', 'hello']);
    expect(responses.every((response) => response.whole)).toBe(true);
  }
});

test('an answer that is only delimited by its end is never whole by itself and not kept alive', () => {
  const bytes = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: a\n\n');
  const parser = new HttpResponseParser({
    onHead: () => undefined,
    onBody: () => undefined,
    onMessageEnd: () => expect.unreachable(),
  });
  parser.expectResponse();
  parser.push(bytes, 0, bytes.length);
  expect(parser.closeDelimited).toBe(true);
  expect(parser.keepAlive).toBe(false);
});

test.each([
  ['HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n', false],
  ['HTTP/1.1 200 OK\r\nConnection: Keep-Alive, Close\r\ncontent-length: 0\r\n\r\n', false],
  ['HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n', false],
  ['HTTP/1.0 200 OK\r\nconnection: Keep-Alive\r\ncontent-length: 0\r\n\r\n', true],
  ['HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', true],
])('whether the connection may be used again follows from %j', (text, keepAlive) => {
  expect(readResponses(Buffer.from(text), [])[0]?.keepAlive).toBe(keepAlive);
});

const chunkedHead = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

test.each([
  ['no status line', 'HELLO\r\n\r\n'],
  ['HTTP/2 in the status line', 'HTTP/2 200 OK\r\n\r\n'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['a header without a colon', 'HTTP/1.1 200 OK\r\nnonsense\r\n\r\n'],
  ['a header name with a space', 'HTTP/1.1 200 OK\r\ncontent length: 5\r\n\r\nhello'],
  ['a folded header', 'HTTP/1.1 200 OK\r\na: b\r\n c: d\r\n\r\n'],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: 5x\r\n\r\nhello'],
  ['a negative length', 'HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\nhello'],
  ['two different lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!'],
  ['an unknown transfer encoding', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
  ['a protocol switch', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\r\n'],
  ['a chunk size that is no number', `${chunkedHead}xyz\r\n`],
  ['a chunk without a size', `${chunkedHead}\r\n`],
  ['a negative chunk size', `${chunkedHead}-1\r\n`],
  ['a chunk size beyond all memory', `${chunkedHead}fffffffffffffffff\r\n`],
  ['a chunk longer than it says', `${chunkedHead}3\r\nabcd\r\n`],
  ['an endless chunk extension', `${chunkedHead}3;${'a'.repeat(5000)}\r\n`],
  ['an endless head', `HTTP/1.1 200 OK\r\na: ${'b'.repeat(70_000)}`],
  ['endless trailers', `${chunkedHead}0\r\n${'b'.repeat(70_000)}`],
  ['bytes behind its end', `${lengthAnswer}more`],
])('an answer with %s is a protocol error wherever it is cut', (_, text) => {
  const bytes = Buffer.from(text);
  const step = Math.max(1, Math.floor(bytes.length / 100));
  for (let cut = 0; cut < bytes.length; cut += step)
    expect(() => readResponses(bytes, [cut]), `cut at ${cut}`).toThrow(ProtocolError);
});

test('bytes that come without a request are a protocol error', () => {
  const parser = new HttpResponseParser({
    onHead: () => undefined,
    onBody: () => undefined,
    onMessageEnd: () => undefined,
  });
  const bytes = Buffer.from(lengthAnswer);
  expect(() => parser.push(bytes, 0, bytes.length)).toThrow(ProtocolError);
});
