import { displayWidth } from '@kneepoint/report';
import { expect, test } from 'vitest';
import { wrappedLines } from './wrapped-lines.ts';

test('lines that fit stay as they are; others are broken between words and keep their indent', () => {
  expect(wrappedLines('short\n  1  also short', 20)).toBe('short\n  1  also short');
  expect(wrappedLines('  one two three four five', 12)).toBe('  one two\n    three\n    four\n    five');
});

test('wide characters count as two columns', () => {
  const lines = wrappedLines('시작하라고 답하기 전에는 아무것도 측정하지 않습니다.', 20).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(20);
});
