import { expect, test } from 'vitest';
import { lineText, lineWidth } from '../parts/line.ts';
import { unicodeMarks } from '../parts/marks.ts';
import { breadcrumbLine } from './breadcrumb-line.ts';

test('titles that are too long are left out from the left, so that the last one stays', () => {
  const titles = ['History', 'qwen3-8b vs 야간 측정', 'Keys'];
  expect(lineText(breadcrumbLine(titles, 60, unicodeMarks)).trimEnd()).toBe(
    'kneepoint › History › qwen3-8b vs 야간 측정 › Keys',
  );
  expect(lineText(breadcrumbLine(titles, 30, unicodeMarks)).trimEnd()).toBe('kneepoint › … › Keys');
});

test('the line is exactly as wide as asked, also when wide characters are cut', () => {
  for (let width = 1; width < 40; width++)
    expect(lineWidth(breadcrumbLine(['아주 긴 이름의 측정 결과'], width, unicodeMarks))).toBe(width);
});
