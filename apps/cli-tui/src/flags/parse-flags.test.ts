import { expect, test } from 'vitest';
import { duration, header, jsonObject, positiveNumbers, positiveWholes } from './parse-flags.ts';

test('lists of levels are whole numbers above zero, each named once', () => {
  expect(positiveWholes('--users', '1, 5,10')).toEqual([1, 5, 10]);
  for (const wrong of ['', '0', '1,,2', '1.5', '-1', '1e3', '5,5', '99999999999999999999'])
    expect(() => positiveWholes('--users', wrong), wrong).toThrow('--users');
});

test('rates may be fractions but not endless', () => {
  expect(positiveNumbers('--rate', '0.5,2')).toEqual([0.5, 2]);
  for (const wrong of ['', '0', '-2', 'NaN', 'Infinity', '1,1'])
    expect(() => positiveNumbers('--rate', wrong), wrong).toThrow('--rate');
});

test('a time has a unit and is more than nothing', () => {
  expect(duration('--duration', '1500ms')).toBe(1_500_000);
  for (const wrong of ['10', '0s', 'soon'])
    expect(() => duration('--duration', wrong), wrong).toThrow('--duration');
});

test('a body is a JSON object', () => {
  expect(jsonObject('--body', '{"a":{"b":1}}')).toEqual({ a: { b: 1 } });
  for (const wrong of ['', 'null', '[1]', '"a"', '{a:1}'])
    expect(() => jsonObject('--body', wrong), wrong).toThrow('is not a JSON object');
});

test('a header cannot break out of its line or take over the connection', () => {
  expect(header('--header', 'X-Team:  search ')).toEqual(['x-team', 'search']);
  for (const wrong of ['x', 'x y: 1', 'x: 1\r\ny: 2', 'Host: other', 'connection: close'])
    expect(() => header('--header', wrong), wrong).toThrow('--header');
});
