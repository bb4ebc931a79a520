import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maximumEventBytes } from './event-buffer.ts';
import { NdjsonScanner } from './ndjson-scanner.ts';
import { ProtocolError } from './protocol-error.ts';
import { collectEvents } from './testing/collect-events.ts';
import { cutsOf } from './testing/read-pieces.ts';

const dataOf = (bytes: Buffer, cuts: readonly number[] = []): string[] =>
  collectEvents(bytes, cuts, 'ndjson').map((event) => event.data);

const streamWithCuts = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\r\n', '\n\n')), { maxLength: 20 })
  .map((lines) => lines.map(([text, end]) => JSON.stringify({ text }) + end).join(''))
  .chain((text) => fc.tuple(fc.constant(text), cutsOf(Buffer.byteLength(text))));

test('any stream cut at any bytes has the lines of the whole text', () => {
  fc.assert(
    fc.property(streamWithCuts, fc.boolean(), ([text, cuts], endless) => {
      const whole = endless ? text.replace(/\r?\n+$/, '') : text;
      expect(dataOf(Buffer.from(whole), cuts)).toEqual(whole.split(/\r?\n/).filter((line) => line !== ''));
    }),
    { numRuns: 1000 },
  );
});

test.each(['\n', '\r\n'])(
  'a line is stamped with the read that completed its JSON, with %j behind it',
  (end) => {
    const line = '{"a":"봄"}';
    const bytes = Buffer.from(line + end);
    const length = Buffer.byteLength(line);
    for (let cut = 1; cut < bytes.length; cut++) {
      const expected = [{ data: line, stamp: cut < length ? 1 : 0 }];
      expect(collectEvents(bytes, [cut], 'ndjson'), `cut at ${cut}`).toEqual(expected);
    }
  },
);

test('lines that come in one read share its stamp', () => {
  const bytes = Buffer.from('{"a":1}\n{"a":2}\n');
  expect(collectEvents(bytes, [], 'ndjson').map((event) => event.stamp)).toEqual([0, 0]);
});

test('a byte order mark is skipped wherever it is cut, and what only begins like one is part of the line', () => {
  const marked = Buffer.from('\uFEFF{"a":1}\n{"a":2}\n');
  for (const cuts of [[], [1], [2], [1, 2], [3]])
    expect(dataOf(marked, cuts)).toEqual(['{"a":1}', '{"a":2}']);
  const half = Buffer.concat([Buffer.from([0xef, 0xbb]), Buffer.from('{"a":1}\n{"a":2}\n')]);
  for (const cuts of [[], [1], [2], [1, 2]]) expect(dataOf(half, cuts)).toEqual(['\uFFFD{"a":1}', '{"a":2}']);
});

test('what one stream left unfinished is not part of the next one', () => {
  const events: string[] = [];
  const scanner = new NdjsonScanner({
    onEvent: (buffer, start, end) => events.push(buffer.toString('utf8', start, end)),
  });
  scanner.push(Buffer.from('{"lost"'), 0, 7, 0);
  scanner.reset();
  scanner.push(Buffer.from('{"a":1}\n'), 0, 8, 1);
  scanner.finish();
  expect(events).toEqual(['{"a":1}']);
});

test('a line that is too long is a protocol error instead of filling the memory', () => {
  const scanner = new NdjsonScanner({ onEvent: () => undefined });
  const piece = Buffer.alloc(1024 * 1024, 'a');
  expect(() => {
    for (let sent = 0; sent <= maximumEventBytes; sent += piece.length)
      scanner.push(piece, 0, piece.length, 0);
  }).toThrow(ProtocolError);
});
