import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maximumEventBytes } from './event-buffer.ts';
import { ProtocolError } from './protocol-error.ts';
import { SseScanner } from './sse-scanner.ts';
import { collectEvents } from './testing/collect-events.ts';
import { cutsOf } from './testing/read-pieces.ts';

const lineText = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', ':', 'data:'),
  )
  .map((text) => text.replace(/[\r\n\uFEFF]/g, ''));
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('data:', 'data: ', 'data:  '), lineText)
      .map((parts) => parts.join('')),
  },
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(':', ': ', 'event: ', 'id:', 'dat', 'datax:', 'data :', ' data:', 'other: '),
        lineText,
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('data', 'dat', 'retry: 10', ':') },
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const mixedStream = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 30 })
  .map((lines) => lines.flat().join(''));
const evenStream = fc
  .tuple(fc.array(line, { maxLength: 30 }), lineEnd)
  .map(([lines, end]) => lines.map((text) => text + end).join(''));
const stream = fc.oneof(mixedStream, evenStream);
const streamWithCuts = stream
  .map((text) => Buffer.from(text))
  .chain((bytes) => fc.tuple(fc.constant(bytes), cutsOf(bytes.length)));

/** What eventsource-parser says of the whole text; its own ending is a blank line, where ours is the end of the stream. */
function oracleEvents(text: string): string[] {
  const events: string[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event.data) });
  parser.feed(text);
  parser.feed('\n\n');
  return events;
}

test('any stream cut at any bytes has the events that another parser finds in the whole text', () => {
  fc.assert(
    fc.property(streamWithCuts, ([bytes, cuts]) => {
      const events = collectEvents(bytes, cuts).map((event) => event.data);
      expect(events).toEqual(oracleEvents(bytes.toString('utf8')));
    }),
    { numRuns: 1000 },
  );
});

test('a half line at the end of the stream still counts, since its message was complete', () => {
  fc.assert(
    fc.property(streamWithCuts, lineText, ([bytes, cuts], text) => {
      const whole = Buffer.concat([bytes, Buffer.from(`data: ${text}`)]);
      const events = collectEvents(whole, cuts).map((event) => event.data);
      expect(events).toEqual(oracleEvents(whole.toString('utf8')));
    }),
  );
});

test('an event is stamped with the read that completed its data, whenever its blank line comes', () => {
  const bytes = Buffer.from('data: {"a":1}\n\n');
  for (let cut = 1; cut < bytes.length; cut++) {
    const completedBy = cut < 'data: {"a":1}'.length ? 1 : 0;
    expect(collectEvents(bytes, [cut]), `cut at ${cut}`).toEqual([{ data: '{"a":1}', stamp: completedBy }]);
  }
});

test.each(['\n', '\r\n', '\r'])(
  'the stamp is that of the last data byte with %j line ends and lone bytes',
  (end) => {
    const bytes = Buffer.from(
      `: ping${end}data: 안녕${end}event: x${end}${end}data:b${end}data: cd${end}${end}`,
    );
    const everywhere = Array.from(bytes.keys());
    const lastByteOf = (text: string): number => bytes.indexOf(text) + Buffer.byteLength(text) - 1;
    expect(collectEvents(bytes, everywhere)).toEqual([
      { data: '안녕', stamp: lastByteOf('안녕') },
      { data: 'b\ncd', stamp: lastByteOf('cd') },
    ]);
  },
);

test('events that come in one read share its stamp', () => {
  const bytes = Buffer.from('data: a\n\ndata: b\n\ndata: c\n\n');
  expect(collectEvents(bytes, []).map((event) => event.stamp)).toEqual([0, 0, 0]);
});

test('a CRLF stream yields each event with its own blank line, not at the end', () => {
  const bytes = Buffer.from('data: a\r\n\r\ndata: b\r\n\r\n');
  expect(collectEvents(bytes, [11])).toEqual([
    { data: 'a', stamp: 0 },
    { data: 'b', stamp: 1 },
  ]);
});

test('bytes of an earlier read behind this one are never part of it', () => {
  const events: string[] = [];
  const scanner = new SseScanner({
    onEvent: (buffer, start, end) => events.push(buffer.toString('utf8', start, end)),
  });
  const shared = Buffer.from('data: a\n\ndata: stale\n\n\n\r');
  scanner.push(shared, 0, 7, 0);
  expect(events).toEqual([]);
  scanner.push(Buffer.from('\n\ndata: stale\n\n'), 0, 2, 1);
  expect(events).toEqual(['a']);
});

test('a data line that ends with its read is not an event yet: another line of it may follow', () => {
  const bytes = Buffer.from('data: first\ndata: second\n\n');
  expect(collectEvents(bytes, [12])).toEqual([{ data: 'first\nsecond', stamp: 1 }]);
});

test('a range that begins in the middle of the buffer is read from there', () => {
  const events: string[] = [];
  const scanner = new SseScanner({
    onEvent: (buffer, start, end) => events.push(buffer.toString('utf8', start, end)),
  });
  const buffer = Buffer.from('5\r\ndata: a\n\n\r\n0\r\n\r\n');
  scanner.push(buffer, 3, 12, 0);
  expect(events).toEqual(['a']);
});

test('what one stream left unfinished is not part of the next one', () => {
  const events: string[] = [];
  const scanner = new SseScanner({
    onEvent: (buffer, start, end) => events.push(buffer.toString('utf8', start, end)),
  });
  const push = (text: string): void =>
    scanner.push(Buffer.from(`${text}\n\r`), 0, Buffer.byteLength(text), 0);
  push('data: lost\ndata: half\r');
  scanner.reset();
  push('\n\ndata: b\n\n');
  push('data: half li');
  scanner.reset();
  push('data: c\n\n');
  scanner.finish();
  expect(events).toEqual(['b', 'c']);
});

test('a byte order mark in front of the stream is not part of its first line', () => {
  const bytes = Buffer.from('\uFEFFdata: a\n\ndata: b\n\n');
  expect(collectEvents(bytes, []).map((event) => event.data)).toEqual(['a', 'b']);
  expect(collectEvents(bytes, [6]).map((event) => event.data)).toEqual(['a', 'b']);
});

test('a byte order mark is skipped wherever it is cut, and what only begins like one is part of the line', () => {
  const marked = Buffer.from('\uFEFFdata: a\n\ndata: b\n\n');
  for (const cuts of [[1], [2], [1, 2], [1, 2, 3]])
    expect(collectEvents(marked, cuts).map((event) => event.data)).toEqual(['a', 'b']);
  const half = Buffer.concat([Buffer.from([0xef, 0xbb]), Buffer.from('data: a\n\ndata: b\n\n')]);
  for (const cuts of [[], [1], [2], [1, 2]])
    expect(collectEvents(half, cuts).map((event) => event.data)).toEqual(['b']);
});

test('an event line before the data changes nothing, in the same read or another', () => {
  const bytes = Buffer.from('event: delta\ndata: a\n\nevent:x\ndata:b\n\nevent: y\n\ndata: c\n\n');
  for (let cut = 0; cut < bytes.length; cut++)
    expect(collectEvents(bytes, [cut]).map((event) => event.data)).toEqual(['a', 'b', 'c']);
});

test('a field named error is handed on apart from events', () => {
  const errors: string[] = [];
  const events: string[] = [];
  const scanner = new SseScanner({
    onEvent: (buffer, start, end) => events.push(buffer.toString('utf8', start, end)),
    onErrorField: (buffer, start, end) => errors.push(buffer.toString('utf8', start, end)),
  });
  const bytes = Buffer.from('data: a\n\nerror: {"code":500}\n\n');
  scanner.push(bytes, 0, 15, 0);
  scanner.push(bytes, 15, bytes.length, 1);
  expect({ events, errors }).toEqual({ events: ['a'], errors: [' {"code":500}'] });
});

test.each([
  ['a line', [Buffer.alloc(maximumEventBytes + 1, 'a')]],
  ['an event of many lines', Array.from({ length: 5 }, () => dataLine(maximumEventBytes / 4))],
])('%s that is too long is a protocol error instead of filling the memory', (_, pieces) => {
  const scanner = new SseScanner({ onEvent: () => undefined });
  expect(() => {
    for (const piece of pieces) scanner.push(piece, 0, piece.length, 0);
  }).toThrow(ProtocolError);
});

function dataLine(length: number): Buffer {
  return Buffer.concat([Buffer.from('data: '), Buffer.alloc(length, 'a'), Buffer.from('\n')]);
}
