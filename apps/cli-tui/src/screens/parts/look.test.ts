import { expect, test } from 'vitest';
import { helpLines } from './help-lines.ts';
import { lookOf } from './look.ts';
import { targetLetter, targetTone } from './target-mark.ts';
import { screenLines } from './testing/screen-lines.ts';
import { tooSmallLine } from './too-small.ts';
import { trustBadge } from './trust-badge.ts';

const english = lookOf('en', { LANG: 'en_US.UTF-8' });
const korean = lookOf('ko', { LANG: 'ko_KR.UTF-8' });

test('a verdict has a sign and a word beside its colour', () => {
  const verdicts = ['valid', 'suspect', 'invalid', 'too-early'] as const;
  expect(screenLines(verdicts.map((verdict) => trustBadge(verdict, korean)))).toEqual([
    '✓ 유효',
    '! 의심',
    '✗ 무효',
    '… 아직 판단 불가',
  ]);
  expect(screenLines([trustBadge('valid', lookOf('en', { LANG: 'C' }))])).toEqual(['+ valid']);
});

test('a terminal that is too small is told so in one line', () => {
  expect(tooSmallLine({ columns: 60, rows: 20 }, english)).toBe(null);
  expect(screenLines([tooSmallLine({ columns: 59, rows: 24 }, english) ?? []])).toEqual([
    'Terminal too small: 59x24, needs 60x20. The work goes on.',
  ]);
  expect(screenLines([tooSmallLine({ columns: 20, rows: 5 }, english) ?? []])).toEqual([
    'Terminal too small:…',
  ]);
});

test('help is a panel in the middle', () => {
  const keys = [
    { key: 'q', does: 'stop' },
    { key: 'tab', does: 'next panel' },
  ];
  expect(screenLines(helpLines(keys, { width: 30, height: 8 }, english))).toEqual([
    '',
    '   ┏━ Keys ━━━━━━━━━━━━━━┓',
    '   ┃ q    stop           ┃',
    '   ┃ tab  next panel     ┃',
    '   ┃                     ┃',
    '   ┃ any key closes this ┃',
    '   ┗━━━━━━━━━━━━━━━━━━━━━┛',
  ]);
});

test('each target has a letter, and a colour of six', () => {
  expect([0, 1, 5, 6].map((place) => `${targetLetter(place)} ${targetTone(place)}`)).toEqual([
    'A target-1',
    'B target-2',
    'F target-6',
    'G target-1',
  ]);
});
