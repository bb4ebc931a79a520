import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../redaction.ts';
import { errorLines, isErrorLine } from './error-lines.ts';
import { createLineSplitter } from './line-splitter.ts';
import { createLogBuffer, type LogBuffer, type LogLine } from './log-buffer.ts';

const plain = (text: string): string => text;
const bufferOf = (lines: number): LogBuffer => createLogBuffer({ lines, lineLength: 20 }, plain);

async function allOf(lines: AsyncIterable<LogLine>): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { number, text } of lines) texts.push(`${number} ${text}`);
  return texts;
}

test('a log keeps its last lines and counts them all', () => {
  const log = bufferOf(3);
  expect(log.lines()).toEqual([]);
  for (const text of ['a', 'b', 'c', 'd', 'e']) log.append('stdout', text);
  expect(log.lines().map(({ number, text }) => `${number} ${text}`)).toEqual(['3 c', '4 d', '5 e']);
  expect(log.total()).toBe(5);
});

test('readers get kept lines first, then new ones, and an end', async () => {
  const log = bufferOf(3);
  log.append('stdout', 'a');
  const whole = allOf(log.follow());
  const later = allOf(log.follow(2));
  log.append('stderr', 'b');
  log.end();
  log.append('stdout', 'too late');
  expect(await whole).toEqual(['1 a', '2 b']);
  expect(await later).toEqual(['2 b']);
});

test('a slow reader misses lines, sees that by their numbers, and holds nothing up', async () => {
  const log = bufferOf(3);
  const reader = log.follow();
  log.append('stdout', 'a');
  expect((await reader.next()).value).toMatchObject({ number: 1 });
  for (let count = 0; count < 1000; count++) log.append('stdout', 'x');
  expect((await reader.next()).value).toMatchObject({ number: 999 });
  expect((await reader.next()).value).toMatchObject({ number: 1000 });
});

test('a reader that leaves while it waits is gone at once, and the others go on', async () => {
  const log = bufferOf(2);
  const leaving = log.follow();
  const staying = log.follow();
  const waiting = leaving.next();
  const other = staying.next();
  await leaving.return?.();
  expect(await waiting).toMatchObject({ done: true });
  log.append('stdout', 'a');
  expect((await other).value).toMatchObject({ text: 'a' });
});

test('a thousand readers all get every line', async () => {
  const log = bufferOf(10);
  const readers = Array.from({ length: 1000 }, () => allOf(log.follow()));
  for (const text of ['a', 'b', 'c']) log.append('stdout', text);
  log.end();
  expect(new Set((await Promise.all(readers)).map((lines) => lines.join()))).toEqual(
    new Set(['1 a,2 b,3 c']),
  );
});

test('a long line is cut, and a secret at its cut is redacted first', () => {
  const log = createLogBuffer({ lines: 2, lineLength: 20 }, createRedactor(['secret-value']));
  log.append('stdout', `${'x'.repeat(15)}secret-value`);
  expect(log.lines()[0]?.text).toBe(`${'x'.repeat(15)}[reda [cut]`);
});

test('lines are the same wherever the bytes are cut', () => {
  const text = 'first\r\nsecond 봄\n\nlast without end';
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: Buffer.byteLength(text) }), { maxLength: 6 }), (cuts) => {
      const lines: string[] = [];
      const splitter = createLineSplitter((line) => lines.push(line), 100);
      const bytes = Buffer.from(text);
      const edges = [0, ...cuts.toSorted((left, right) => left - right), bytes.length];
      edges.slice(1).forEach((edge, index) => {
        splitter.push(bytes.subarray(edges[index] ?? 0, edge));
      });
      splitter.flush();
      expect(lines).toEqual(['first', 'second 봄', '', 'last without end']);
    }),
  );
});

test('of a progress bar only the last state is a line, and an endless line comes in pieces', () => {
  const lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line), 10);
  for (const text of ['10%\r20%\r', '30%\r', '100%\n', 'x'.repeat(25)]) splitter.push(Buffer.from(text));
  splitter.flush();
  expect(lines).toEqual(['100%', 'x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
});

test.each([
  'ERROR 11-24 engine.py: failed',
  'RuntimeError: CUDA error: no kernel image is available for execution on the device',
  'Traceback (most recent call last):',
  'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB',
  'OSError: [Errno 98] error while attempting to bind on address: address already in use',
  'vllm: error: unrecognized arguments: --enable-reasoning',
  'ValueError: The model is too large for the KV cache',
])('%s looks like trouble', (text) => {
  expect(isErrorLine(text)).toBe(true);
});

test.each(['INFO: Application startup complete.', 'Loading weights took 2.1 s', ''])(
  '%j does not',
  (text) => {
    expect(isErrorLine(text)).toBe(false);
  },
);

test('the last lines with trouble are shown, in their order', () => {
  const log = bufferOf(10);
  for (const text of ['error 1', 'fine', 'error 2', 'error 3']) log.append('stderr', text);
  expect(errorLines(log.lines(), 2).map(({ text }) => text)).toEqual(['error 2', 'error 3']);
});

test('secrets are redacted wherever they stand, the longer one first, and short values never', () => {
  const redact = createRedactor(['abcdef', 'abcdefgh', 'a b/c&d', '0', 'line one\nline two']);
  expect(redact('x=abcdefgh abcdef')).toBe('x=[redacted] [redacted]');
  expect(redact('q=a%20b%2Fc%26d')).toBe('q=[redacted]');
  expect(redact('100 line two')).toBe('100 [redacted]');
});
