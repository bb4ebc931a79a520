import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const formats = createFormats('en');

test.each([
  [0, '0.00 ms'],
  [8, '0.01 ms'],
  [4_250, '4.25 ms'],
  [43_000, '43.0 ms'],
  [999_000, '999 ms'],
  [1_050_000, '1.05 s'],
  [39_910_000, '39.9 s'],
])('%i microseconds read %s', (micros, expected) => {
  expect(formats.duration(micros)).toBe(expected);
});

test('a rate has three significant digits or all before its point', () => {
  expect([2832.3, 268.17, 48.6, 5.364].map(formats.rateNumber)).toEqual(['2,832', '268', '48.6', '5.36']);
});

test('a passing sentence rounds to whole numbers from ten on', () => {
  expect([formats.briefRate(80.2), formats.briefDuration(43_200), formats.briefRateNumber(5.36)]).toEqual([
    '80 tok/s',
    '43 ms',
    '5.4',
  ]);
});

test('a ratio keeps two decimals near one, where they decide', () => {
  expect([1.04, 1.66, 2.73, 10.56].map(formats.ratio)).toEqual(['1.04', '1.66', '2.7', '10.6']);
});

test('a date that is none is printed as it is', () => {
  expect(formats.instant('yesterday')).toBe('yesterday');
});
