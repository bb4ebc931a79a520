import { expect, test } from 'vitest';
import { screenNumbers } from './screen-numbers.ts';

const english = screenNumbers('en');

test('what is not known is a dash and never 0', () => {
  for (const write of [
    english.count,
    english.rate,
    english.time,
    english.bytes,
    english.percent,
    english.clock,
    english.duration,
  ]) {
    expect(write(null)).toBe('-');
    expect(write(Number.NaN)).toBe('-');
  }
});

test('times have three sensible digits and the unit that suits', () => {
  expect([0, 430, 12_340, 99_960, 254_000, 1_234_000, 123_400_000].map(english.time)).toEqual([
    '0 us',
    '430 us',
    '12.3 ms',
    '100 ms',
    '254 ms',
    '1.23 s',
    '123 s',
  ]);
});

test('rates, shares and bytes', () => {
  expect([0, 3.214, 45.67, 99.97, 1234.5].map(english.rate)).toEqual(['0', '3.21', '45.7', '100', '1,235']);
  expect([0, 0.0012, 0.075, 0.4, 1].map(english.percent)).toEqual([
    '0 %',
    '0.12 %',
    '7.5 %',
    '40 %',
    '100 %',
  ]);
  expect([0, 512, 12_400_000_000].map(english.bytes)).toEqual(['0 B', '512 B', '12.4 GB']);
});

test('a duration is said in the language, a clock reads the same in all', () => {
  expect([7, 245, 3725].map(english.clock)).toEqual(['0:07', '4:05', '1:02:05']);
  expect([45, 245, 3725].map(english.duration)).toEqual(['45s', '4m 5s', '1h 2m']);
  expect([45, 245, 3725].map(screenNumbers('ko').duration)).toEqual(['45초', '4분 5초', '1시간 2분']);
  expect([45, 245, 3725].map(screenNumbers('zh').duration)).toEqual(['45秒', '4分钟 5秒', '1小时 2分钟']);
});
