import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import { oneTargetResult, twoTargetsResult } from '../testing/index.ts';
import { chartGeometry } from './chart-geometry.ts';
import type { LineChart } from './line-chart.ts';
import { renderChart } from './render-chart.ts';
import { scalingChart } from './scaling-chart.ts';

function chartOf(points: readonly (readonly [number, number])[], name = 'vllm'): LineChart {
  return {
    title: 'title',
    description: 'description',
    xTitle: 'users',
    yTitle: 'tok/s',
    legend: 'legend',
    formatX: String,
    formatY: String,
    lines: [{ name, points: points.map(([x, y]) => ({ x, y, low: y, high: y, isInvalid: false })) }],
  };
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
  const [half] = marksOf(renderChart(chart));
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
  const chart = scalingChart(reportContext(twoTargetsResult(), catalogues.en));
  if (chart === null) throw new Error('the result has levels to draw');
  const { x, y } = chartGeometry(chart);
  const expected = chart.lines.flatMap((line) =>
    line.points.map((point) => ({ x: x(point.x), y: y(point.y) })),
  );
  const marks = marksOf(renderChart(chart));
  expect(marks).toHaveLength(8);
  for (const [index, mark] of marks.entries()) {
    expect(mark.x).toBeCloseTo(expected[index]?.x ?? Number.NaN, 0);
    expect(mark.y).toBeCloseTo(expected[index]?.y ?? Number.NaN, 0);
  }
});

test('an invalid level is drawn hollow and not left out', () => {
  const chart = scalingChart(reportContext(twoTargetsResult(), catalogues.en));
  expect(chart?.lines[1]?.points.map((point) => point.isInvalid)).toEqual([false, false, false, true]);
  expect(chart === null ? '' : renderChart(chart)).toMatch(/kp-mark kp-hollow/);
});

test('repeats are a whisker from the lowest to the highest', () => {
  const [line] = scalingChart(reportContext(twoTargetsResult(), catalogues.en))?.lines ?? [];
  expect(line?.points[0]).toMatchObject({ x: 5, y: expect.closeTo(371.6, 1) });
  expect(line?.points[0]?.low).toBeCloseTo(371.6 * 0.97, 3);
  expect(line?.points[0]?.high).toBeCloseTo(371.6 * 1.03, 3);
});

test('the title answers the question at the heaviest level that can be trusted', () => {
  expect(scalingChart(reportContext(twoTargetsResult(), catalogues.en))?.title).toBe(
    'vllm produces 5.3 times the output of sglang with 20 users',
  );
  expect(scalingChart(reportContext(oneTargetResult(), catalogues.en))?.title).toBe(
    'vllm grows from 80.2 tok/s with 1 user to 2,832 tok/s with 50 users',
  );
});

test('a single level is no chart', () => {
  const result = oneTargetResult();
  expect(
    scalingChart(reportContext({ ...result, stages: result.stages.slice(0, 1) }, catalogues.en)),
  ).toBeNull();
});

test('names in a chart are escaped and lines that end together keep their labels apart', () => {
  const [line] = chartOf([[10, 100]], '<b>one').lines;
  const chart = { ...chartOf([[10, 100]], 'two'), lines: [line, line].flatMap((one) => one ?? []) };
  const svg = renderChart(chart);
  expect(svg).not.toContain('<b>');
  const [first, second] = [...svg.matchAll(/kp-label[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBeGreaterThanOrEqual(17);
});

test('a chart of zeros has an axis and no NaN', () => {
  const svg = renderChart(
    chartOf([
      [1, 0],
      [2, 0],
    ]),
  );
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test('a chart names itself and describes its numbers for a reader who does not see it', () => {
  const chart = scalingChart(reportContext(twoTargetsResult(), catalogues.en));
  const svg = chart === null ? '' : renderChart(chart);
  expect(svg).toContain('<title>vllm produces 5.3 times');
  expect(svg).toMatch(/<desc>vllm: 5 users 372 tok\/s/);
});
