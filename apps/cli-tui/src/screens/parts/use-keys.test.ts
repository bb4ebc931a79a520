import type { Key } from 'ink';
import { expect, test } from 'vitest';
import { pressedKeys } from './use-keys.ts';

const key = { ctrl: false, meta: false, return: false, tab: false } as Key;

test('keys that arrive at once are single keys, Enter among them', () => {
  const keys = pressedKeys('jq\r', key);
  expect(keys.map(({ letter }) => letter)).toEqual(['j', 'q', '']);
  expect(keys.map((pressed) => pressed.key.return)).toEqual([false, false, true]);
});

test('a letter of a Korean keyboard is the command of its place and stays text as it was typed', () => {
  expect(pressedKeys('ㅂ', key)).toMatchObject([{ letter: 'q', text: 'ㅂ' }]);
  expect(pressedKeys('한', key)).toMatchObject([{ letter: '한', text: '한' }]);
});
