import type { LineChart, RowChart } from '@kneepoint/report';
import { expect, test } from 'vitest';
import { lineText, lineWidth } from '../parts/line.ts';
import { unicodeMarks } from '../parts/marks.ts';
import { screenLines } from '../parts/testing/screen-lines.ts';
import { drawChart } from './draw-chart.ts';

const point = (x: number, y: number) => ({
  x,
  y,
  low: null,
  high: null,
  isInvalid: false,
  isJoined: true,
  note: null,
});
const lines: LineChart = {
  title: 'It grows',
  description: '',
  xTitle: 'Users',
  yTitle: 'tok/s',
  legend: [],
  formatX: String,
  formatY: String,
  yScale: 'linear',
  xTicks: 'points',
  lines: [
    {
      name: 'vllm',
      series: 0,
      weight: 'thick',
      spread: 'whisker',
      hasMarks: true,
      points: [point(0, 0), point(10, 100)],
    },
  ],
  curves: [],
  steps: [],
  crossings: [],
  ground: [],
  spans: [],
};
const paper = { width: 40, chartRows: 6, marks: unicodeMarks };

test('a line chart stands on its axes, with a letter at each measured point', () => {
  expect(screenLines(drawChart({ kind: 'lines', chart: lines }, paper))).toMatchInlineSnapshot(`
    [
      "tok/s",
      "100 │                             ⢀⣀⠤⠔⠒A",
      " 80 │                       ⢀⣀⠤⠔⠒⠉⠁",
      " 60 │                 ⢀⣀⠤⠔⠒⠉⠁",
      " 40 │           ⢀⣀⠤⠔⠒⠉⠁",
      " 20 │     ⢀⣀⠤⠔⠒⠉⠁",
      "  0 │A⠤⠔⠒⠉⠁",
      "    └───────────────────────────────────",
      "     0                                10",
      "     Users",
      "A vllm",
    ]
  `);
});

const [line] = lines.lines;
const withPoints = (...points: ReturnType<typeof point>[]): LineChart =>
  line === undefined ? lines : { ...lines, lines: [{ ...line, points }] };

test('an invalid point has the sign of invalid, and a point that is not joined has no line before it', () => {
  const text = (chart: LineChart): string =>
    screenLines(drawChart({ kind: 'lines', chart }, paper)).join('\n');
  expect(text(withPoints(point(0, 0), { ...point(10, 100), isInvalid: true }))).toContain('✗');
  expect(text(withPoints(point(0, 0), { ...point(10, 100), isJoined: false }))).not.toMatch(
    /[\u2801-\u28ff]/,
  );
  expect(text(lines)).toMatch(/[\u2801-\u28ff]/);
});

test('the thin line of a target has its letter in lower case', () => {
  const chart: LineChart =
    line === undefined ? lines : { ...lines, lines: [line, { ...line, name: 'p99', weight: 'thin' }] };
  const drawn = screenLines(drawChart({ kind: 'lines', chart }, paper));
  expect(drawn.at(-1)).toBe('A vllm   a p99');
});

const quantiles = { min: 0, p10: 20, p25: 40, p50: 50, p75: 60, p90: 80, p99: 95, max: 100 };
const rows: RowChart = {
  title: 'Spread',
  description: '',
  xTitle: 'ms',
  legend: [],
  formatX: String,
  xScale: 'linear',
  groups: [
    {
      name: '4명',
      rows: [
        { name: 'vllm', series: 0, isInvalid: false, mark: { kind: 'strip', quantiles } },
        {
          name: 'sglang',
          series: 1,
          isInvalid: true,
          mark: { kind: 'bar', value: 50, low: null, high: null, text: '50 ms' },
        },
      ],
    },
  ],
};

test('a row chart draws distributions and bars over one axis', () => {
  const drawn = drawChart({ kind: 'rows', chart: rows }, { ...paper, width: 60 });
  expect(screenLines(drawn)).toMatchInlineSnapshot(`
    [
      "4명 A vllm   ────────▒▒▒▒▒▒▒████┃████▒▒▒▒▒▒▒─────◆──",
      "    B sglang ███████████████████▌                    50 ms ✗",
      "             0                     60            100",
      "             ms",
    ]
  `);
  for (const row of drawn) expect(lineWidth(row)).toBeLessThanOrEqual(60);
});

test.each([30, 60, 157])('no line of a chart is wider than %i columns, whatever its names are', (width) => {
  const name = '아주 긴 대상 이름'.repeat(20);
  const chart: LineChart =
    line === undefined ? lines : { ...lines, lines: [{ ...line, name }], xTitle: name, yTitle: name };
  const long: RowChart = {
    ...rows,
    groups: rows.groups.map((group) => ({ name, rows: group.rows.map((row) => ({ ...row, name })) })),
  };
  for (const drawing of [
    { kind: 'lines', chart },
    { kind: 'rows', chart: long },
  ] as const)
    for (const row of drawChart(drawing, { ...paper, width }))
      expect(lineWidth(row), lineText(row)).toBeLessThanOrEqual(width);
});
