import { expect, test } from 'vitest';
import { line, span } from './line.ts';
import { paintLine } from './paint.ts';
import { themeOf } from './theme.ts';

test('a terminal with a UTF-8 locale is drawn on with colours and Unicode', () => {
  const theme = themeOf({ TERM: 'xterm-256color', LANG: 'ko_KR.UTF-8' });
  expect(theme.color).toBe(true);
  expect(theme.marks.unicode).toBe(true);
});

test.each([
  { TERM: 'xterm', LANG: 'C' },
  { TERM: 'xterm', LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' },
  { TERM: 'xterm', LANG: 'ko_KR.EUC-KR' },
  { TERM: 'linux', LANG: 'en_US.UTF-8' },
  { TERM: 'dumb', LANG: 'en_US.UTF-8' },
])('ASCII is drawn where the terminal may not show more: %o', (environment) => {
  expect(themeOf(environment).marks.unicode).toBe(false);
});

test('a locale that nobody set says nothing against Unicode', () => {
  expect(themeOf({ TERM: 'xterm' }).marks.unicode).toBe(true);
});

test('NO_COLOR leaves no colour; an empty one is not set', () => {
  expect(themeOf({ TERM: 'xterm', NO_COLOR: '1' }).color).toBe(false);
  expect(themeOf({ TERM: 'xterm', NO_COLOR: '' }).color).toBe(true);
});

test('colours are named ones, and without colour bold and dim stay', () => {
  const pieces = [span('a', 'bad'), span('b', 'muted'), span('c', 'target-1'), span('d')];
  expect(paintLine(pieces, themeOf({}))).toBe(
    '\u001b[1;31ma\u001b[22;39m\u001b[2mb\u001b[22m\u001b[36mc\u001b[39md',
  );
  expect(paintLine(pieces, themeOf({ NO_COLOR: '1' }))).toBe('\u001b[1ma\u001b[22m\u001b[2mb\u001b[22mcd');
  expect(paintLine(line('x'), themeOf({}))).toBe('x');
});
