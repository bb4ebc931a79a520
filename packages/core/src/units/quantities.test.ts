import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCount } from './read-count.ts';
import { readDuration } from './read-duration.ts';
import { readSize } from './read-size.ts';

test.each([
  ['4KiB', 4_096],
  ['4k', 4_096],
  ['4kB', 4_096],
  ['1.5 MiB', 1_572_864],
  ['2GB', 2 ** 31],
  ['1t', 2 ** 40],
  ['512', 512],
  ['512B', 512],
])('%j is %i bytes', (text, bytes) => {
  expect(readSize(text)).toEqual({ ok: true, value: bytes });
});

test.each([
  ['200', 200],
  ['10k', 10_000],
  ['2.5k', 2_500],
  ['4Ki', 4_096],
  ['3M', 3_000_000],
])('%j is a count of %i', (text, count) => {
  expect(readCount(text)).toEqual({ ok: true, value: count });
});

test('what is no quantity is refused with what may be written', () => {
  expect([
    readSize('big'),
    readSize('4 kilo'),
    readSize('99999999999999t'),
    readCount('ten'),
    readCount('1.5'),
    readCount('10m'),
    readCount('1e9'),
    readDuration('60'),
    readDuration('60sec'),
  ]).toMatchInlineSnapshot(`
    [
      {
        "ok": false,
        "problem": ""big" is not a size such as 4KiB, 512MiB or 16GiB",
      },
      {
        "ok": false,
        "problem": ""4 kilo" has the unknown unit "kilo"; the units are B, KiB, MiB, GiB, TiB",
      },
      {
        "ok": false,
        "problem": ""99999999999999t" is more than can be counted",
      },
      {
        "ok": false,
        "problem": ""ten" is not a whole number such as 200 or 10k",
      },
      {
        "ok": false,
        "problem": ""1.5" is not a whole number such as 200 or 10k",
      },
      {
        "ok": false,
        "problem": ""10m" has the unknown unit "m"; write 10k, 2M, 4Ki or the number itself",
      },
      {
        "ok": false,
        "problem": ""1e9" has the unknown unit "e9"; write 10k, 2M, 4Ki or the number itself",
      },
      {
        "ok": false,
        "problem": ""60" has no unit; write 60s for seconds or 60ms for milliseconds",
      },
      {
        "ok": false,
        "problem": ""60sec" has the unknown unit "sec"; the units are us, ms, s, m, h",
      },
    ]
  `);
});

test('a time of several parts is the sum of its parts', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(59), fc.nat(59), (hours, minutes, seconds) => {
      expect(readDuration(`${hours}h${minutes}m${seconds}s`)).toEqual({
        ok: true,
        value: (hours * 3_600 + minutes * 60 + seconds) * 1_000_000,
      });
    }),
  );
});
