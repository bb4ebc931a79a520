import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ParsedRequest, RequestParser } from './request-parser.ts';

const twoRequests = Buffer.from(
  'POST /generate?x=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\n{"a":1}' +
    'POST /v1/completions HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n' +
    '4\r\nhalf\r\n5;note=1\r\n-whol\r\n1\r\ne\r\n0\r\n\r\n',
);

function readAll(parser: RequestParser): string[] {
  const found: string[] = [];
  for (let parsed = parser.next(); parsed.kind === 'request'; parsed = parser.next()) {
    const { method, path, query, body, keepAlive } = parsed.request;
    found.push(`${method} ${path} ${query.get('x')} ${body.toString()} ${keepAlive}`);
  }
  return found;
}

test('requests are the same however their bytes are cut', () => {
  const expected = ['POST /generate 1 {"a":1} true', 'POST /v1/completions null half-whole false'];
  const cutPoints = fc.array(fc.integer({ min: 0, max: twoRequests.length }), { maxLength: 8 });
  fc.assert(
    fc.property(cutPoints, (points) => {
      const parser = new RequestParser();
      const cuts = [0, ...points.sort((left, right) => left - right), twoRequests.length];
      const found = cuts.slice(1).flatMap((end, index) => {
        parser.push(twoRequests.subarray(cuts[index], end));
        return readAll(parser);
      });
      expect(found).toEqual(expected);
    }),
  );
});

test('a client that asks before it sends its body is told to go on, once', () => {
  const parser = new RequestParser();
  parser.push(Buffer.from('POST / HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n'));
  expect([parser.next().kind, parser.next().kind]).toEqual(['continue', 'incomplete']);
  parser.push(Buffer.from('ok'));
  expect(parser.next()).toMatchObject({ kind: 'request' });
});

test.each([
  'nonsense\r\n\r\n',
  'GET / HTTP/2\r\n\r\n',
  'GET / HTTP/1.1\r\nno colon\r\n\r\n',
  'POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n',
  'POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
])('%j is malformed', (text) => {
  const parser = new RequestParser();
  parser.push(Buffer.from(text));
  const parsed: ParsedRequest = parser.next();
  expect(parsed.kind).toBe('malformed');
});
