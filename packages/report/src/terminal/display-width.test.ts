import { expect, test } from 'vitest';
import { displayWidth, fitToWidth } from './display-width.ts';

test.each([
  ['abc', 3],
  ['한글', 4],
  ['한a글', 5],
  ['中文', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['🚀', 2],
  ['', 0],
])('%j is %i columns wide', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('a text is filled on the side away from its alignment', () => {
  expect(fitToWidth('한', 4, 'left')).toBe('한  ');
  expect(fitToWidth('한', 4, 'right')).toBe('  한');
});

test('a text that is too wide is cut without splitting a wide character', () => {
  expect(fitToWidth('한글날', 4, 'left')).toBe('한… ');
});
