import { assertNever } from '@kneepoint/core';
import { chartWidth, legendHeight } from './chart-geometry.ts';
import type { ChartRow, RowChart, RowGroup, StripQuantiles } from './row-chart.ts';
import { scaleOf } from './scale.ts';
import { round, svgDocument, svgText } from './svg.ts';
import { legendLines, shortName, widestText } from './text-fit.ts';

const top = 16;
const rowHeight = 24;
const groupGap = 14;
const axisHeight = 50;
const barHeight = 15;

/** Where things stand: columns of names, then the plot from `left` to `right`. */
type RowGeometry = {
  readonly groupColumn: number;
  readonly nameColumn: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly ticks: readonly number[];
  readonly legend: readonly string[];
  readonly hasNames: boolean;
};

/** The chart as one SVG element, the rows from top to bottom in their order; `standaloneSvg` makes a file of it. */
export function renderRowChart(chart: RowChart): string {
  const geometry = rowGeometry(chart);
  let y = top;
  const groups = chart.groups.map((group) => {
    const drawn = renderGroup(group, y, geometry);
    y += group.rows.length * rowHeight + groupGap;
    return drawn;
  });
  return svgDocument({ width: chartWidth, height: geometry.height }, chart, [
    ...axis(chart, geometry),
    ...groups,
  ]);
}

function rowGeometry(chart: RowChart): RowGeometry {
  const rows = chart.groups.flatMap((group) => group.rows);
  const hasNames = chart.groups.some((group) => group.rows.length > 1);
  const groupColumn = 12 + widestText(chart.groups.map(({ name }) => shortName(name)));
  const nameColumn = hasNames
    ? groupColumn + 14 + widestText(rows.map(({ name }) => shortName(name)))
    : groupColumn;
  const left = nameColumn + 14;
  const right = chartWidth - 24 - widestText(rows.map(({ mark }) => (mark.kind === 'bar' ? mark.text : '')));
  const scale = scaleOf(chart.xScale, rows.flatMap(valuesOf));
  const bottom = top + rows.length * rowHeight + (chart.groups.length - 1) * groupGap + 6;
  const legend = legendLines(chart.legend, chartWidth - 24);
  return {
    groupColumn,
    nameColumn,
    left,
    right,
    bottom,
    height: bottom + axisHeight + legend.length * legendHeight + 8,
    x: (value) => left + scale.share(value) * (right - left),
    ticks: scale.ticks,
    legend,
    hasNames,
  };
}

function valuesOf({ mark }: ChartRow): number[] {
  if (mark.kind === 'bar') return [mark.value, mark.high ?? mark.value];
  return [mark.quantiles.min, mark.quantiles.max];
}

function axis(chart: RowChart, geometry: RowGeometry): string[] {
  const { bottom, x, ticks, left, right, legend, height } = geometry;
  const [lowest] = ticks;
  const legendTop = height - legend.length * legendHeight;
  return [
    ...ticks.map(
      (tick) =>
        `<path class="${tick === lowest ? 'kp-axis' : 'kp-grid'}" d="M${round(x(tick))} ${top - 6}V${round(bottom)}"/>` +
        svgText(chart.formatX(tick), { x: x(tick), y: bottom + 17, kind: 'tick', anchor: 'middle' }),
    ),
    svgText(chart.xTitle, { x: (left + right) / 2, y: bottom + 38, kind: 'title', anchor: 'middle' }),
    ...legend.map((line, index) =>
      svgText(line, {
        x: chartWidth / 2,
        y: legendTop + index * legendHeight + 3,
        kind: 'legend',
        anchor: 'middle',
      }),
    ),
  ];
}

function renderGroup(group: RowGroup, y: number, geometry: RowGeometry): string {
  const middle = y + (group.rows.length * rowHeight) / 2;
  return [
    svgText(shortName(group.name), { x: geometry.groupColumn, y: middle + 4, kind: 'title', anchor: 'end' }),
    ...group.rows.map((row, index) => renderRow(row, y + index * rowHeight + rowHeight / 2, geometry)),
  ].join('');
}

function renderRow(row: ChartRow, y: number, geometry: RowGeometry): string {
  const { series, isInvalid, mark } = row;
  const name = geometry.hasNames
    ? svgText(shortName(row.name), { x: geometry.nameColumn, y: y + 4, kind: 'label', anchor: 'end', series })
    : '';
  switch (mark.kind) {
    case 'bar':
      return name + bar({ ...mark, series, isInvalid, y }, geometry);
    case 'strip':
      return `${name}<g class="kp-line-${series}${isInvalid ? ' kp-hollow' : ''}">${strip(mark.quantiles, y, geometry)}</g>`;
    default:
      return assertNever(mark);
  }
}

type Bar = Extract<ChartRow['mark'], { kind: 'bar' }> &
  Pick<ChartRow, 'series' | 'isInvalid'> & { readonly y: number };

function bar({ series, isInvalid, value, low, high, text, y }: Bar, { x, left }: RowGeometry): string {
  const end = Math.max(x(value), x(high ?? value));
  const whisker =
    low === null || high === null || low >= high
      ? ''
      : `<path class="kp-on-bar" d="M${round(x(low))} ${round(y)}H${round(x(high))}M${round(x(low))} ${round(y - 4)}v8M${round(x(high))} ${round(y - 4)}v8"/>`;
  return (
    `<rect class="kp-bar kp-line-${series}${isInvalid ? ' kp-hollow' : ''}" x="${round(left)}" y="${round(y - barHeight / 2)}" width="${round(x(value) - left)}" height="${barHeight}"/>` +
    whisker +
    svgText(text, { x: end + 7, y: y + 4, kind: 'tick' })
  );
}

/** Thin line: least to greatest; bar: p10 to p90, its thick part p25 to p75; stroke: p50; diamond: p99. */
function strip(
  { min, p10, p25, p50, p75, p90, p99, max }: StripQuantiles,
  y: number,
  { x }: RowGeometry,
): string {
  const box = (kind: 'wide' | 'narrow', from: number, to: number, height: number): string =>
    `<rect class="kp-${kind}" x="${round(x(from))}" y="${round(y - height / 2)}" width="${round(Math.max(1, x(to) - x(from)))}" height="${height}"/>`;
  const diamond =
    p99 === null ? '' : `<path class="kp-mark" d="M${round(x(p99))} ${round(y)}m0 -5l5 5l-5 5l-5 -5z"/>`;
  return [
    `<path class="kp-whisker" d="M${round(x(min))} ${round(y)}H${round(x(max))}"/>`,
    box('wide', p10, p90, 8),
    box('narrow', p25, p75, 16),
    diamond,
    `<path class="kp-median" d="M${round(x(p50))} ${round(y - 10)}v20"/>`,
  ].join('');
}
