import { expect, test } from 'vitest';
import { EventBuffer } from './event-buffer.ts';

const filled = (length: number): EventBuffer => {
  const buffer = new EventBuffer();
  buffer.append(Buffer.alloc(length, 'a'), 0, length);
  return buffer;
};

test('the pieces of an event stand one behind the other', () => {
  const buffer = new EventBuffer();
  for (const piece of ['xab', 'xcd', 'xe']) buffer.append(Buffer.from(piece), 1, piece.length);
  expect(buffer.bytes.toString('utf8', 0, buffer.length)).toBe('abcde');
});

test('one long event does not keep its memory for the answers behind it', () => {
  const long = filled(1024 * 1024);
  const short = filled(100);
  for (const buffer of [long, short]) buffer.reset();
  expect(long.bytes.length).toBe(0);
  expect(short.bytes.length).toBeGreaterThan(0);
});
