import { expect, test } from 'vitest';
import { barLine } from './bar.ts';
import { horizontalHistogram, verticalHistogram } from './histogram.ts';
import { keyHintsLine } from './key-hints.ts';
import { asciiMarks, unicodeMarks } from './marks.ts';
import { sparkline } from './sparkline.ts';
import { screenLines } from './testing/screen-lines.ts';

const marks = unicodeMarks;

test('a sparkline stands over zero, ends with the newest value and leaves unknown ones blank', () => {
  expect(sparkline([0, 4, 8, null, 2], 6, marks)).toBe(' ▁▄█ ▂');
  expect(sparkline([1, 2, 3, 4], 2, marks)).toBe('▆█');
  expect(sparkline([0, 0], 3, marks)).toBe(' ▁▁');
  expect(sparkline([0, 4, 8], 3, asciiMarks)).toBe('_-#');
});

test('a bar has an eighth of a cell, an unknown share is an empty track', () => {
  expect(
    screenLines([barLine(0.5625, 4, { marks }), barLine(null, 4, { marks }), barLine(2, 4, { marks })]),
  ).toEqual(['██▎░', '░░░░', '████']);
  expect(screenLines([barLine(0.5, 4, { marks: asciiMarks })])).toEqual(['##..']);
});

test('rows of a histogram share one scale, and what is more than none is seen', () => {
  const rows = [
    { label: '시간 초과', value: 100, figure: '100' },
    { label: '503', value: 1, figure: '1' },
    { label: 'reset', value: 0, figure: '0' },
  ];
  expect(screenLines(horizontalHistogram(rows, { width: 24, marks }))).toEqual([
    '시간 초과 ██████████ 100',
    '      503 ▏            1',
    '    reset              0',
  ]);
});

test('columns of a histogram are as wide as fits and stand on one floor', () => {
  expect(screenLines(verticalHistogram([1, 8, 16, 0], { width: 9, height: 2, marks }))).toEqual([
    '     ██',
    '▁▁▁████',
  ]);
});

test('keys that do not fit are left out from the end, never cut', () => {
  const hints = [
    { key: 'q', does: '중지' },
    { key: '?', does: '도움말' },
    { key: 'tab', does: '다음 창' },
  ];
  expect(screenLines([keyHintsLine(hints, 30), keyHintsLine(hints, 20), keyHintsLine(hints, 4)])).toEqual([
    'q 중지  ? 도움말  tab 다음 창',
    'q 중지  ? 도움말',
    '',
  ]);
});
