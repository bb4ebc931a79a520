import { type LineChart, scaleOf } from '@kneepoint/report';
import { columnsOf } from '../parts/columns-of.ts';
import { clipLine, fitLine } from '../parts/fit-line.ts';
import { type Line, lineWidth, span } from '../parts/line.ts';
import { screenText } from '../parts/screen-text.ts';
import { targetTone } from '../parts/target-mark.ts';
import { lineLetter, type PlotScales, plotRows, plotScales } from './chart-plot.ts';
import type { Paper } from './paper.ts';

type Room = Pick<Paper, 'width' | 'chartRows' | 'marks'>;

/** A line chart in characters: y's name, the plot with its ticks, x's ticks and name, and what lines are called. */
export function drawLineChart(chart: LineChart, { width, chartRows, marks }: Room): readonly Line[] {
  const scales = plotScales(chart);
  const height = Math.max(6, chartRows);
  const left = Math.max(...scales.y.ticks.map((tick) => columnsOf(chart.formatY(tick))));
  const plotWidth = Math.max(10, width - left - 2);
  const rows = plotRows(chart, scales, { width: plotWidth, height, marks });
  const labels = tickRows(chart, scales, height);
  const axis = marks.axis;
  const before = ' '.repeat(left + 2);
  const names = spanNames(chart, scales, plotWidth);
  return [
    [span(screenText(chart.yTitle), 'muted')],
    ...(names === '' ? [] : [[span(`${before}${names}`, 'muted')]]),
    ...rows.map((row, index) => [
      ...fitLine([span(labels.get(index) ?? '', 'muted')], left, 'right'),
      span(` ${axis.vertical}`, 'muted'),
      ...row,
    ]),
    [span(`${' '.repeat(left + 1)}${axis.corner}${axis.horizontal.repeat(plotWidth)}`, 'muted')],
    [span(`${before}${tickText(xTicks(chart, scales, plotWidth), plotWidth)}`, 'muted')],
    ...loadRow(chart, scales, { plotWidth, before, heights: marks.heights }),
    [span(`${before}${screenText(chart.xTitle)}`, 'muted')],
    ...legendRows(chart, width),
  ].map((line) => clipLine(line, width));
}

/** The figures of y, each in the row that it lies in. */
function tickRows(chart: LineChart, { y }: PlotScales, height: number): ReadonlyMap<number, string> {
  return new Map(
    y.ticks.map((tick) => [Math.round((1 - y.share(tick)) * (height - 1)), chart.formatY(tick)] as const),
  );
}

type Placed = { readonly from: number; readonly text: string };

/** Figures of x in the order of their importance: the last, the first, then those between. */
function xTicks(chart: LineChart, { x }: PlotScales, plotWidth: number): readonly Placed[] {
  const xs = [...new Set(chart.lines.flatMap((line) => line.points.map((point) => point.x)))].sort(
    (one, other) => one - other,
  );
  const highest = xs.at(-1) ?? 0;
  const round = scaleOf('linear', xs).ticks.filter((tick) => tick <= highest);
  const wanted = chart.xTicks === 'points' ? xs : round;
  const ordered = [wanted.at(-1), wanted[0], ...wanted.slice(1, -1).toReversed()];
  return ordered.flatMap((value) => {
    if (value === undefined) return [];
    const text = chart.formatX(value);
    const middle = Math.round(x(value) * (plotWidth - 1)) - Math.floor(columnsOf(text) / 2);
    return [{ from: Math.min(Math.max(0, middle), plotWidth - columnsOf(text)), text }];
  });
}

/** Texts at their places in one line; one that would touch an earlier one is left out. */
function tickText(ticks: readonly Placed[], width: number): string {
  const taken: Placed[] = [];
  for (const tick of ticks) {
    const isFree = taken.every(
      ({ from, text }) => tick.from > from + columnsOf(text) || tick.from + columnsOf(tick.text) < from,
    );
    if (isFree && tick.from >= 0 && tick.from + columnsOf(tick.text) <= width) taken.push(tick);
  }
  return taken
    .toSorted((one, other) => one.from - other.from)
    .reduce((line, { from, text }) => `${line}${' '.repeat(Math.max(0, from - columnsOf(line)))}${text}`, '');
}

/** The names of stretches and crossings above the plot, where there is room. */
function spanNames(chart: LineChart, { x }: PlotScales, plotWidth: number): string {
  const named = [
    ...chart.crossings.map(({ x: at, text }) => ({ at, text })),
    ...chart.spans.map(({ from, to, text }) => ({ at: (from + to) / 2, text })),
  ];
  return tickText(
    named.map(({ at, text }) => {
      const shown = screenText(text);
      const from = Math.round(x(at) * (plotWidth - 1)) - Math.floor(columnsOf(shown) / 2);
      return { from: Math.min(Math.max(0, from), Math.max(0, plotWidth - columnsOf(shown))), text: shown };
    }),
    plotWidth,
  );
}

/** The load behind the lines as a row of columns below them. */
function loadRow(
  { ground }: LineChart,
  { x }: PlotScales,
  room: { readonly plotWidth: number; readonly before: string; readonly heights: readonly string[] },
): Line[] {
  if (ground.length === 0) return [];
  const { plotWidth, before, heights } = room;
  const cells = Array.from({ length: plotWidth }, (_, column) => {
    const middle = (column + 0.5) / plotWidth;
    const own = ground.find(({ from, to }) => x(from) <= middle && middle <= x(to));
    if (own === undefined) return ' ';
    return heights[Math.max(1, Math.round(own.height * (heights.length - 1)))] ?? ' ';
  });
  return [[span(`${before}${cells.join('')}`, 'muted')]];
}

/** The letters and what they stand for, as many to a row as fit. */
function legendRows(chart: LineChart, width: number): Line[] {
  const rows: Line[] = [];
  for (const line of chart.lines) {
    const entry = clipLine(
      [
        span(lineLetter(line), targetTone(line.series), true),
        span(` ${screenText(line.name)}`, targetTone(line.series)),
      ],
      width,
    );
    const last = rows.at(-1);
    if (last !== undefined && lineWidth(last) + 3 + lineWidth(entry) <= width)
      rows[rows.length - 1] = [...last, span('   '), ...entry];
    else rows.push(entry);
  }
  return rows;
}
