import { expect, test } from 'vitest';
import { line } from './line.ts';
import { asciiMarks, unicodeMarks } from './marks.ts';
import { tableLines } from './table-lines.ts';
import { screenLines } from './testing/screen-lines.ts';

const columns = [
  { title: 'Name', align: 'left', least: 6 },
  { title: 'tok/s', align: 'right' },
  { title: 'Model', align: 'left', weight: 2 },
] as const;
const rows = [
  [line('동시 사용자 비교'), line('1,234'), line('qwen3-8b')],
  [line('smoke'), line('9'), line('llama')],
];

test('figures stand under each other at the right, names at the left', () => {
  expect(screenLines(tableLines({ columns, rows, width: 40, marks: unicodeMarks }))).toEqual([
    'Name              tok/s  Model',
    '동시 사용자 비교  1,234  qwen3-8b',
    'smoke                 9  llama',
  ]);
});

test('a narrow table leaves out the least important column and cuts the one that may shrink', () => {
  expect(screenLines(tableLines({ columns, rows, width: 18, marks: unicodeMarks }))).toEqual([
    'Name         tok/s',
    '동시 사용…   1,234',
    'smoke            9',
  ]);
});

test('the selected row has a mark and is drawn in reverse', () => {
  const drawn = tableLines({ columns, rows, width: 30, marks: asciiMarks, selected: 1 });
  expect(screenLines(drawn).map((text) => text.slice(0, 7))).toEqual(
    ['  Name ', '  동시 ', '> smoke'].map((text) => expect.stringContaining(text.trimEnd())),
  );
  expect(drawn.map((pieces) => pieces.every((piece) => piece.inverse === true))).toEqual([
    false,
    false,
    true,
  ]);
});
