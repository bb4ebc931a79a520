import { expect, test } from 'vitest';
import { requestSaltLines, requestSalts, saltLine } from './salted-text.ts';

test('every request of a run has its own 64-bit salt, the same in every worker', () => {
  const here = requestSalts('run-1');
  const there = requestSalts('run-1');
  const salts = Array.from({ length: 5000 }, (_, index) => here(index));
  expect(new Set(salts).size).toBe(5000);
  expect(salts.every((salt) => /^[0-9a-f]{16}$/.test(salt ?? ''))).toBe(true);
  expect([4999, 0, 17].map(there)).toEqual([4999, 0, 17].map((index) => salts[index]));
});

test('two runs share no salt', () => {
  const [first, second] = [requestSalts('run-1'), requestSalts('run-2')];
  const salts = Array.from({ length: 1000 }, (_, index) => [first(index), second(index)]).flat();
  expect(new Set(salts).size).toBe(2000);
});

test('no salt is written where it was turned off', () => {
  expect(requestSaltLines(null)(3)).toBe('');
  expect(saltLine('00ff00ff00ff00ff')).toBe('[id 00ff00ff00ff00ff]\n');
});
