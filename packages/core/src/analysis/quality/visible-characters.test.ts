import { expect, test } from 'vitest';
import { visibleCharacters } from './visible-characters.ts';

test.each([
  ['a b\r\n c', 3],
  ['봄이 와요', 4],
  ['\u1107\u1169\u11b7', 1],
  ['e\u0301te\u0301', 3],
  ['👩‍👩‍👧 🇰🇷', 2],
  ['春天🌸', 3],
  [' \u3000\n', 0],
])('%j shows %i characters', (text, expected) => {
  expect(visibleCharacters(text)).toBe(expected);
});
