import { expect, test } from 'vitest';
import { columnsOf } from './columns-of.ts';
import { screenText } from './screen-text.ts';

test('escape sequences, line ends and marks that turn text around do nothing on a screen', () => {
  expect(screenText('\u001b[2J\u001b]0;x\u0007a\nb\u202ec')).toBe('\ufffd[2J\ufffd]0;x\ufffda b\ufffdc');
});

test('characters that terminals count differently become a box of one column', () => {
  expect(screenText('ok ✅ ⚡ 👩‍👩‍👧 🇰🇷 x')).toBe('ok □ □ □□□ □□ x');
});

test('Hangul in pieces, as macOS names files, is put together, and piled marks are dropped', () => {
  expect(screenText('서울'.normalize('NFD'))).toBe('서울');
  expect(screenText('Z̸̢̛a̷l̶g̵o')).toBe('Zalgo');
  expect(screenText('é'.normalize('NFD'))).toBe('é');
});

test('Korean, Chinese and Japanese stay as they are, two columns a character', () => {
  const text = '처리량 吞吐量 スループット 𠀀';
  expect(screenText(text)).toBe(text);
  expect(columnsOf(text)).toBe(29);
});
