import { expect, test } from 'vitest';
import { isInRange, parseVersionRange } from './version-range.ts';

const inRange = (version: string, text: string): boolean | null =>
  isInRange(version, parseVersionRange(text) ?? []);

test.each([
  ['555.42.02', '<570', true],
  ['570.86.16', '<570', false],
  ['570', '<570', false],
  ['580.65.06', '>=580', true],
  ['12.0', '>=12.0 <13', true],
  ['12.1', '=12.0', false],
  ['9.0', '>=10.0', false],
  ['0.32.0+cpu', '>=0.32', true],
  ['v0.9.2rc1', '>=0.10', false],
  ['0.5.23', '>0.5.23', false],
  ['0.5.23.post1', '<=0.5.23', true],
])('%s in %s is %s', (version, range, expected) => {
  expect(inRange(version, range)).toBe(expected);
});

test('what is no version is neither inside nor outside', () => {
  expect(inRange('gfx942', '>=9.0')).toBeNull();
  expect(inRange('latest', '<1')).toBeNull();
});

test.each(['', '570', '>= 570', '>=570,<580', '=>570', '>=1.x'])('"%s" is no range', (text) => {
  expect(parseVersionRange(text)).toBeNull();
});
