import { expect, test } from 'vitest';
import { micros, microsToSeconds, requestsPerSecond, tokensPerSecond } from './units.ts';

test('rates are per second of a duration in microseconds', () => {
  expect(tokensPerSecond(50, micros(500_000))).toBe(100);
  expect(requestsPerSecond(3, micros(1_500_000))).toBe(2);
});

test('a rate over no time is unknown, neither zero nor infinite', () => {
  expect([tokensPerSecond(5, micros(0)), requestsPerSecond(5, micros(-1))]).toEqual([null, null]);
});

test('microseconds are a millionth of a second', () => {
  expect(microsToSeconds(micros(2_500_000))).toBe(2.5);
});
