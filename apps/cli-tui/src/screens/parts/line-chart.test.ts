import { expect, test } from 'vitest';
import { roundUp, spanningScale } from './axis-scale.ts';
import { lineWidth } from './line.ts';
import { lineChart } from './line-chart.ts';
import { asciiMarks, unicodeMarks } from './marks.ts';
import { screenLines } from './testing/screen-lines.ts';

const series = [
  {
    name: 'vllm',
    letter: 'A',
    tone: 'target-1',
    points: [
      { x: 1, y: 100 },
      { x: 10, y: 900 },
      { x: 100, y: 1900 },
    ],
  },
  {
    name: '에스지랭',
    letter: 'B',
    tone: 'target-2',
    points: [
      { x: 1, y: 120 },
      { x: 10, y: 500 },
      { x: 100, y: 600 },
    ],
  },
] as const;
const options = {
  series,
  width: 44,
  height: 10,
  x: { title: 'users', scale: 'log', format: String },
  y: { title: 'tok/s', format: String },
  marks: unicodeMarks,
} as const;

test('lines have letters at measured points and names at their ends, axes have figures', () => {
  expect(screenLines(lineChart(options))).toMatchInlineSnapshot(`
    [
      "tok/s",
      "2000 │                        ⢀⡠A A vllm",
      "     │                    ⢀⡠⠔⠊⠁",
      "     │                 ⣀⠤⠒⠁",
      "1000 │             A⠤⠒⠉",
      "     │        ⣀⡠⠔⠒⠉       ⢀⣀⣀⣀⣀⣀B B 에스지랭",
      "     │   ⢀⣠⣤⣒⠭⠤⠔⠒⠒⠊B⠉⠉⠉⠉⠉⠉⠁",
      "   0 │B⠚⠉⠉⠁",
      "     └───────────────────────────",
      "      1           10          100 users",
    ]
  `);
});

test('the same chart in ASCII', () => {
  expect(screenLines(lineChart({ ...options, marks: asciiMarks }))).toMatchInlineSnapshot(`
    [
      "tok/s",
      "2000 |                        ..A A vllm",
      "     |                    .....",
      "     |                 ....",
      "1000 |             A...",
      "     |        .....       ......B B 에스지랭",
      "     |   ..........B.......",
      "   0 |B....",
      "     +---------------------------",
      "      1           10          100 users",
    ]
  `);
});

test('every size gives exactly its lines, none wider than asked', () => {
  for (const width of [5, 16, 30, 80, 160])
    for (const height of [0, 3, 4, 5, 20]) {
      const drawn = lineChart({ ...options, width, height });
      expect(drawn).toHaveLength(height);
      for (const pieces of drawn) expect(lineWidth(pieces)).toBe(width);
    }
});

test('one point is a chart too', () => {
  const one = [{ ...series[0], points: [{ x: 4, y: 10 }] }];
  expect(screenLines(lineChart({ ...options, series: one })).join('\n')).toContain('A vllm');
});

test('an axis ends at a round figure, and a logarithmic one needs values above zero', () => {
  expect([0.7, 1, 1.1, 23, 1900].map(roundUp)).toEqual([0.8, 1, 1.5, 25, 2000]);
  expect(spanningScale([1, 100], 'log').position(10)).toBeCloseTo(0.5);
  expect(spanningScale([0, 100], 'log').position(50)).toBeCloseTo(0.5);
});

test('a point that is not to be trusted has its letter in lower case, and the label keeps the capital', () => {
  const one = [
    {
      ...series[0],
      points: [
        { x: 1, y: 100 },
        { x: 10, y: 900, hollow: true },
      ],
    },
  ];
  expect(screenLines(lineChart({ ...options, series: one })).join('\n')).toContain('a A vllm');
});
