import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const known = ['duration', 'requests', 'warmup', 'users'];

test.each([
  ['duraton', 'duration'],
  ['Requests', 'requests'],
  ['warm-up', 'warmup'],
  ['user', 'users'],
])('%s is a slip of %s', (typed, expected) => {
  expect(nearestName(typed, known)).toBe(expected);
});

test.each(['temperature', 'xyz', ''])('%j is near to nothing', (typed) => {
  expect(nearestName(typed, known)).toBeNull();
});

test('among no names there is no nearest', () => {
  expect(nearestName('users', [])).toBeNull();
});
