import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import { oneTargetResult, twoTargetsResult } from '../testing/index.ts';
import { chartGeometry } from './chart-geometry.ts';
import { type LineChart, linesAlone } from './line-chart.ts';
import { renderLineChart } from './render-line-chart.ts';
import { standaloneSvg } from './svg.ts';
import { throughputChart, throughputLines } from './throughput-chart.ts';

type Pair = readonly [number, number];

function chartOf(points: readonly Pair[], names: readonly string[] = ['vllm']): LineChart {
  return {
    ...linesAlone,
    title: 'title',
    description: 'description',
    xTitle: 'users',
    yTitle: 'tok/s',
    legend: ['legend'],
    formatX: String,
    formatY: String,
    yScale: 'linear',
    xTicks: 'points',
    lines: names.map((name, series) => ({
      name,
      series,
      weight: 'thick',
      spread: 'whisker',
      hasMarks: true,
      points: points.map(([x, y]) => ({
        x,
        y,
        low: y,
        high: y,
        isInvalid: false,
        isJoined: true,
        note: null,
      })),
    })),
  };
}

function sampleLines(): LineChart {
  const chart = throughputLines(reportContext(twoTargetsResult(), catalogues.en));
  if (chart === null) throw new Error('the result has levels to draw');
  return chart;
}

/** The centres of the marks in the SVG, in their order. */
function marksOf(svg: string): { x: number; y: number }[] {
  return [...svg.matchAll(/class="kp-mark[^"]*" d="M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

test('a point of half the maximum stands half way up, and zero on the axis', () => {
  const chart = chartOf([
    [25, 1000],
    [50, 2000],
  ]);
  const { plot, y, x } = chartGeometry(chart);
  expect(y(0)).toBe(plot.bottom);
  expect(y(2000)).toBe(plot.top);
  expect(y(1000)).toBe((plot.top + plot.bottom) / 2);
  expect(x(0)).toBe(plot.left);
  expect(x(50)).toBe(plot.right);
  const [half] = marksOf(renderLineChart(chart));
  expect(half?.y).toBeCloseTo((plot.top + plot.bottom) / 2, 1);
  expect(half?.x).toBeCloseTo((plot.left + plot.right) / 2, 1);
});

test('the scale comes from the data: the same line ten times as high has ticks ten times as high', () => {
  const points = [
    [5, 372],
    [50, 2832],
  ] as const;
  const low = chartGeometry(chartOf(points));
  const high = chartGeometry(chartOf(points.map(([x, y]) => [x, y * 10] as const)));
  expect(high.yTicks).toEqual(low.yTicks.map((tick) => tick * 10));
});

test('every level of every target is a mark at its own figures', () => {
  const chart = sampleLines();
  const { x, y } = chartGeometry(chart);
  const expected = chart.lines.flatMap((line) =>
    line.points.map((point) => ({ x: x(point.x), y: y(point.y) })),
  );
  const marks = marksOf(renderLineChart(chart));
  expect(marks).toHaveLength(8);
  for (const [index, mark] of marks.entries()) {
    expect(mark.x).toBeCloseTo(expected[index]?.x ?? Number.NaN, 0);
    expect(mark.y).toBeCloseTo(expected[index]?.y ?? Number.NaN, 0);
  }
});

test('an invalid level is drawn hollow and not left out', () => {
  const chart = sampleLines();
  expect(chart.lines[1]?.points.map((point) => point.isInvalid)).toEqual([false, false, false, true]);
  expect(renderLineChart(chart)).toMatch(/kp-mark kp-hollow/);
  expect(chart.legend.join()).toContain('hollow');
});

test('without an interval of the analysis the repeats are a whisker from the lowest to the highest', () => {
  const result = twoTargetsResult();
  const chart = throughputLines(
    reportContext({ ...result, analysis: { ...result.analysis, scaling: [] } }, catalogues.en),
  );
  const [line] = chart?.lines ?? [];
  expect(line?.spread).toBe('whisker');
  expect(line?.points[0]).toMatchObject({ x: 5, y: expect.closeTo(371.6, 1) });
  expect(line?.points[0]?.low).toBeCloseTo(371.6 * 0.97, 3);
  expect(line?.points[0]?.high).toBeCloseTo(371.6 * 1.03, 3);
});

test('the title answers the question at the heaviest level that can be trusted', () => {
  expect(sampleLines().title).toBe('vllm produces 5.3 times the output of sglang with 20 users');
  expect(throughputLines(reportContext(oneTargetResult(), catalogues.en))?.title).toBe(
    'vllm grows from 80.2 tok/s with 1 user to 2,832 tok/s with 50 users',
  );
});

test('a single level is no chart', () => {
  const result = oneTargetResult();
  expect(
    throughputChart(reportContext({ ...result, stages: result.stages.slice(0, 1) }, catalogues.en)),
  ).toEqual([]);
});

test('a chart stands with a folded table of its numbers', () => {
  const [chart, fold] = throughputChart(reportContext(twoTargetsResult(), catalogues.en));
  expect(chart?.kind).toBe('chart');
  const [table] = fold?.kind === 'details' ? fold.blocks : [];
  expect(table?.kind === 'table' ? table.rows.map(([users]) => users?.text) : []).toEqual([
    '5',
    '10',
    '20',
    '50',
  ]);
  expect(table?.kind === 'table' ? table.rows[0]?.[1]?.text : '').toBe('372');
});

test('names in a chart are escaped, and labels of lines that end together do not overlap', () => {
  const names = [
    '<b>one',
    '서울 추론 서버 가나다라마바사 아자차카',
    '北京推理服务器一号集群甲乙丙丁',
    'd',
    'e',
    'f',
  ];
  const chart = chartOf([[10, 100]], names);
  const svg = renderLineChart(chart);
  expect(svg).not.toContain('<b>');
  const labels = [...svg.matchAll(/kp-label[^>]* x="([\d.]+)" y="([\d.]+)">([^<]+)</g)];
  const heights = labels.map(([, , y]) => Number(y)).sort((one, other) => one - other);
  for (const [index, y] of heights.slice(1).entries())
    expect(y - (heights[index] ?? 0)).toBeGreaterThanOrEqual(16.9);
  const { width } = chartGeometry(chart);
  // At 13 px a Hangul or Chinese character is 13 units wide and a Latin letter less than 9.
  for (const [, x, , text] of labels) {
    const room = [...(text ?? '')].reduce((sum, character) => sum + (character > '\u2e80' ? 13 : 8), 0);
    expect(Number(x) + room).toBeLessThanOrEqual(width);
  }
});

test('a chart of zeros has an axis and no NaN', () => {
  const svg = renderLineChart(
    chartOf([
      [1, 0],
      [2, 0],
    ]),
  );
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test('a chart names itself and describes its numbers for a reader who does not see it', () => {
  const svg = renderLineChart(sampleLines());
  expect(svg).toContain('<title>vllm produces 5.3 times');
  expect(svg).toMatch(/<desc>vllm: 5: 372 tok\/s/);
});

test('a chart in a file of its own carries its style, one in a page does not', () => {
  const svg = renderLineChart(sampleLines());
  expect(svg).not.toContain('<style>');
  expect(standaloneSvg(svg)).toMatch(/<\/desc>\n<style>\.kp-chart/);
});
