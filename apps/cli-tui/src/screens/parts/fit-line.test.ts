import { expect, test } from 'vitest';
import { besideEachOther, clipLine, fitLine, spreadLine } from './fit-line.ts';
import { line, lineText, lineWidth, span } from './line.ts';

test('a line that is too long is cut with an ellipsis and keeps the looks of its pieces', () => {
  expect(clipLine([span('vllm ', 'good'), span('50 users', 'bad')], 9)).toEqual([
    span('vllm ', 'good'),
    { ...span('50 ', 'bad'), text: '50 …' },
  ]);
});

test('a wide character is never halved: the line is filled up with a space instead', () => {
  expect(lineText(fitLine(line('동시 사용자'), 8))).toBe('동시 사…');
  expect(lineText(fitLine(line('동시 사용자'), 7))).toBe('동시 … ');
  for (let width = 0; width < 14; width++) expect(lineWidth(fitLine(line('동시 사용자'), width))).toBe(width);
});

test('the right end of a spread line stays whole and the left one is cut', () => {
  expect(lineText(spreadLine(line('a long name'), line('0:12'), 12))).toBe('a long… 0:12');
  expect(lineText(spreadLine(line('name'), line('0:12'), 12))).toBe('name    0:12');
});

test('blocks of different heights stand beside each other in their widths', () => {
  const lines = besideEachOther([
    { lines: [line('서울'), line('x')], width: 5 },
    { lines: [line('|')], width: 2 },
  ]);
  expect(lines.map(lineText)).toEqual(['서울 | ', 'x      ']);
});
