import type { ChartSpan, LineChart } from './line-chart.ts';
import { type Scale, scaleOf } from './scale.ts';
import { legendLines, shortName, textWidth, widestText } from './text-fit.ts';

/** The box that lines are drawn in. */
export type Plot = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A named span with the row of the lane above the plot that its name stands in. */
export type PlacedSpan = ChartSpan & {
  readonly row: number;
  readonly middle: number;
  /** Where a stem leads from the span up to its name; `null` where it would cross another name. */
  readonly stem: number | null;
};

/** The plot's box and its scales, in the units of the SVG's view box. */
export type ChartGeometry = {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly legend: readonly string[];
  readonly spans: readonly PlacedSpan[];
};

/** The width of every chart. */
export const chartWidth = 720;
const plotHeight = 290;
const titleHeight = 34;
/** A row of names above the plot. */
export const laneHeight = 17;
/** The axis's numbers and name below the plot. */
const axisHeight = 50;
/** A line of the legend. */
export const legendHeight = 17;
/** Ticks of x stand at the measured levels; those closer than this would overlap. */
const tickDistance = 12;

/** Scales from zero to what is shown: the domain comes from the data, rounded up to a whole tick on y. */
export function chartGeometry(chart: LineChart): ChartGeometry {
  const yScale = scaleOf(chart.yScale, yValues(chart));
  const xHigh = Math.max(1e-9, ...xValues(chart));
  const left = 26 + widestText(yScale.ticks.map(chart.formatY));
  const right = chartWidth - 24 - widestText(chart.lines.map(({ name }) => shortName(name)));
  const x = (value: number): number => left + (value / xHigh) * (right - left);
  const spans = placeSpans(chart.spans, x, { left, right });
  const rows = Math.max(0, ...spans.map(({ row }) => row + 1), chart.crossings.length > 0 ? 1 : 0);
  const top = titleHeight + rows * laneHeight;
  const legend = legendLines(chart.legend, chartWidth - 24);
  const bottom = top + plotHeight;
  return {
    width: chartWidth,
    height: bottom + axisHeight + legend.length * legendHeight + 8,
    plot: { left, right, top, bottom },
    x,
    y: (value) => bottom - yScale.share(value) * plotHeight,
    yTicks: yScale.ticks,
    xTicks: ticksOfX(chart, x),
    legend,
    spans,
  };
}

function yValues(chart: LineChart): number[] {
  const points = chart.lines.flatMap((line) => line.points);
  const ends = points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]);
  const usable = chart.yScale === 'log' ? ends.filter((value) => value > 0) : ends;
  return [...usable, ...chart.curves.flatMap((curve) => curve.points.map(({ y }) => y))];
}

function xValues(chart: LineChart): number[] {
  return [
    ...chart.lines.flatMap((line) => line.points.map((point) => point.x)),
    ...chart.ground.map(({ to }) => to),
    ...chart.spans.map(({ to }) => to),
  ];
}

function ticksOfX(chart: LineChart, x: (value: number) => number): readonly number[] {
  const values = xValues(chart);
  if (chart.xTicks === 'points') return spacedTicks(values, chart, x);
  const scale: Scale = scaleOf('linear', values);
  return scale.ticks.filter((tick) => tick <= Math.max(...values));
}

/** The heaviest level always has its tick; a lighter one only where there is room to the left of the last kept. */
function spacedTicks(values: readonly number[], chart: LineChart, x: (value: number) => number): number[] {
  const sorted = [...new Set([0, ...values])].sort((one, other) => other - one);
  const kept: number[] = [];
  for (const value of sorted) {
    const last = kept.at(-1);
    const room = (textWidth(chart.formatX(value)) + textWidth(chart.formatX(last ?? 0))) / 2 + tickDistance;
    if (last === undefined || x(last) - x(value) >= room) kept.push(value);
  }
  return kept.reverse();
}

/** Each name in the first row in which it does not touch the one before it; no name leaves the plot's width. */
function placeSpans(
  spans: readonly ChartSpan[],
  x: (value: number) => number,
  { left, right }: { readonly left: number; readonly right: number },
): PlacedSpan[] {
  const rowEnds: number[] = [];
  return spans.map((span) => {
    const half = textWidth(span.text) / 2;
    const middle = Math.min(Math.max((x(span.from) + x(span.to)) / 2, left + half), right - half);
    const free = rowEnds.findIndex((end) => end < middle - half - 6);
    const row = free === -1 ? rowEnds.length : free;
    // A stem passes the names of the rows below its own, whose ends lie to the left of everything yet to come.
    const passed = Math.max(Number.NEGATIVE_INFINITY, ...rowEnds.slice(0, row)) + 4;
    const stem = Math.max((x(span.from) + x(span.to)) / 2, passed);
    rowEnds[row] = middle + half;
    return { ...span, row, middle, stem: stem <= x(span.to) ? stem : null };
  });
}
