import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { wrapToWidth } from './wrap-width.ts';

test('English breaks between words', () => {
  expect(wrapToWidth('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

test('Korean counts two columns a syllable and keeps its words whole', () => {
  expect(wrapToWidth('동시 사용자 50명', 11)).toEqual(['동시 사용자', '50명']);
});

test('Chinese breaks between characters, and no line begins with a closing sign', () => {
  expect(wrapToWidth('首个时间很长，速度很快。', 13)).toEqual(['首个时间很', '长，速度很', '快。']);
});

test('a word that is wider alone is broken', () => {
  expect(wrapToWidth('a abcdefgh', 4)).toEqual(['a', 'abcd', 'efgh']);
});

test('no line is wider than asked, and nothing but spaces is lost', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', ' ', '가', '中', '，', '(', ')') });
  fc.assert(
    fc.property(texts, fc.integer({ min: 4, max: 30 }), (text, columns) => {
      const lines = wrapToWidth(text, columns);
      // A closing sign may not be torn off its character, so one sign more may stand on a line.
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
