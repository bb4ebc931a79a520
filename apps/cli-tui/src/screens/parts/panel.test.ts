import { render } from 'ink-testing-library';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { line, lineWidth } from './line.ts';
import { asciiMarks, unicodeMarks } from './marks.ts';
import { Panel } from './panel.tsx';
import { panelLines } from './panel-lines.ts';
import { screenLines } from './testing/screen-lines.ts';

const theme = { color: false, marks: unicodeMarks };

test('a panel has its title in the frame and cuts lines that are too long', () => {
  const lines = [line('동시 사용자 50명이 기다립니다'), line('short')];
  const panel = createElement(Panel, { title: '서버', aside: '10 s', lines, width: 24, height: 4, theme });
  expect(render(panel).lastFrame()).toMatchInlineSnapshot(`
    "[2m╭─[22m[1m 서버 [22m[2m──────── 10 s ─╮[22m
    [2m│[22m 동시 사용자 50명이 … [2m│[22m
    [2m│[22m short                [2m│[22m
    [2m╰──────────────────────╯[22m"
  `);
});

test('a panel is exactly as large as it was asked to be, and says how many lines it left out', () => {
  const lines = ['one', '둘', 'three', 'four'].map((text) => line(text));
  const drawn = panelLines({ title: 'Log', aside: '10 s', lines, width: 20, height: 4, marks: unicodeMarks });
  expect(screenLines(drawn)).toEqual([
    '╭─ Log ───── 10 s ─╮',
    '│ one              │',
    '│ 둘               │',
    '╰───────────── ↓2 ─╯',
  ]);
  expect(drawn.map(lineWidth)).toEqual([20, 20, 20, 20]);
});

test('a focused panel has another frame, so that it is seen without colour; the aside goes before the title does', () => {
  const panel = { title: 'Errors', aside: 'last 10 s', lines: [], width: 16, height: 2 };
  expect(screenLines(panelLines({ ...panel, focused: true, marks: unicodeMarks }))).toEqual([
    '┏━ Errors ━━━━━┓',
    '┗━━━━━━━━━━━━━━┛',
  ]);
  expect(screenLines(panelLines({ ...panel, focused: true, marks: asciiMarks }))).toEqual([
    '#= Errors =====#',
    '#==============#',
  ]);
});
