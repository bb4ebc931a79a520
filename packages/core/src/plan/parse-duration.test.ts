import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KneepointError } from '../errors/kneepoint-error.ts';
import { parseDuration } from './parse-duration.ts';

test.each([
  ['60s', 60_000_000],
  ['500ms', 500_000],
  ['250us', 250],
  ['2m', 120_000_000],
  ['1h', 3_600_000_000],
  ['1h30m', 5_400_000_000],
  ['1.5s', 1_500_000],
  [' 5 s ', 5_000_000],
  ['0s', 0],
])('%j is %i microseconds', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  ['60', '"60" has no unit; write 60s for seconds or 60ms for milliseconds'],
  ['60sec', '"60sec" has the unknown unit "sec"; the units are us, ms, s, m, h'],
  ['-5s', '"-5s" is not a duration such as 500ms, 60s, 2m or 1h'],
  ['fast', '"fast" is not a duration such as 500ms, 60s, 2m or 1h'],
  ['', '"" is not a duration such as 500ms, 60s, 2m or 1h'],
  ['1toString', '"1toString" is not a duration such as 500ms, 60s, 2m or 1h'],
  ['1constructor', '"1constructor" has the unknown unit "constructor"; the units are us, ms, s, m, h'],
])('%j is refused with a sentence that says why', (text, message) => {
  expect(() => parseDuration(text)).toThrow(message);
});

test('a refused duration is a usage error', () => {
  try {
    parseDuration('soon');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(KneepointError);
    expect(error).toMatchObject({ exitCode: 2, code: 'duration-invalid' });
  }
});

test('any whole number of any unit is read as it is written', () => {
  const units = { us: 1, ms: 1_000, s: 1_000_000, m: 60_000_000, h: 3_600_000_000 };
  fc.assert(
    fc.property(fc.nat(1000), fc.constantFrom('us', 'ms', 's', 'm', 'h'), (amount, unit) => {
      expect(parseDuration(`${amount}${unit}`)).toBe(amount * units[unit]);
    }),
  );
});
