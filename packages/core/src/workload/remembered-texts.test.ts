import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rememberTexts } from './remembered-texts.ts';

test('a text that is used often is made once, one not used for long is made again', () => {
  const made: number[] = [];
  const textOf = rememberTexts((key) => {
    made.push(key);
    return `${key}`.padStart(10, '.');
  }, 30);
  for (const key of [1, 2, 3, 1, 4, 1, 5, 1, 2]) expect(textOf(key)).toBe(`${key}`.padStart(10, '.'));
  expect(made).toEqual([1, 2, 3, 4, 5, 2]);
});

test('whatever is asked for in whatever order, the text is that of its number', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.nat(400), (keys, limit) => {
      const make = (key: number) => `${key}`.repeat(key);
      const textOf = rememberTexts(make, limit);
      expect(keys.map(textOf)).toEqual(keys.map(make));
    }),
  );
});
