import { expect, test } from 'vitest';
import { HttpResponseParser } from './http-response-parser.ts';
import { RememberedHead } from './remembered-head.ts';
import type { ResponseHead } from './response-head.ts';

const answer = (date: string, status = '200 OK'): string =>
  `HTTP/1.1 ${status}\r\ndate: ${date}\r\ncontent-length: 2\r\n\r\nhi`;

/** Reads answers on connections that share one memory, each answer cut where asked. */
function headsOf(answers: readonly string[], cut: number): (ResponseHead | null)[] {
  const remembered = new RememberedHead();
  return answers.map((text) => {
    let head: ResponseHead | null = null;
    let ended = false;
    const handler = {
      onHead: (one: ResponseHead) => {
        head = one;
      },
      onBody: () => {},
      onMessageEnd: () => {
        ended = true;
      },
    };
    const parser = new HttpResponseParser(handler, remembered);
    parser.expectResponse();
    const bytes = Buffer.from(text, 'latin1');
    if (cut > 0) parser.push(bytes, 0, cut);
    parser.push(bytes, cut, bytes.length);
    return ended ? head : null;
  });
}

test('a head that comes again byte for byte is not parsed again', () => {
  const [first, second] = headsOf([answer('1'), answer('1')], 0);
  expect(second).not.toBeNull();
  expect(second).toBe(first);
});

test.each([0, 1, 20, 40])('a head that differs in one byte is parsed, cut after %i bytes', (cut) => {
  const heads = headsOf([answer('1'), answer('2'), answer('2', '404 No'), answer('2')], cut);
  expect(heads.map((head) => [head?.status, head?.headers.get('date')])).toEqual([
    [200, '1'],
    [200, '2'],
    [404, '2'],
    [200, '2'],
  ]);
});
