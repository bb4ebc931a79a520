import { expect, test } from 'vitest';
import { terminalText } from './terminal-text.ts';
import { wrapWords } from './wrap-words.ts';

test('escape sequences, bells and text that runs backwards lose their power', () => {
  expect(terminalText('a\u001b[31mb\u0007c\u009bd\u202ee\nf')).toBe('a [31mb c d e\nf');
});

test('lines break between words', () => {
  expect(wrapWords('one two three', 9)).toBe('one two\nthree');
  expect(wrapWords('a-word-that-is-too-wide', 5)).toBe('a-word-that-is-too-wide');
});
