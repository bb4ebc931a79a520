import { displayWidth } from '../terminal/display-width.ts';
import type { LineChart } from './line-chart.ts';

/** The plot's box and its scales, in the units of the SVG's view box. */
export type ChartGeometry = {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
};

const width = 720;
const height = 400;
const top = 34;
const bottomMargin = 74;
/** A column of text at 13 px, wide enough for most fonts. */
const columnWidth = 8;
/** Ticks of x stand at the measured levels; those closer than this would overlap. */
const leastTickDistance = 30;

/** Scales from zero to what is shown: the domain comes from the data, rounded up to a whole tick on y. */
export function chartGeometry(chart: LineChart): ChartGeometry {
  const points = chart.lines.flatMap((line) => line.points);
  const yStep = niceStep(Math.max(0, ...points.map((point) => point.high)));
  const yMaximum = yStep * Math.max(1, Math.ceil(Math.max(0, ...points.map((point) => point.high)) / yStep));
  const xMaximum = Math.max(1, ...points.map((point) => point.x));
  const yTicks = Array.from({ length: Math.round(yMaximum / yStep) + 1 }, (_, index) => index * yStep);
  const plot = {
    left: 34 + widest(yTicks.map(chart.formatY)),
    right: width - 22 - widest(chart.lines.map((line) => shortName(line.name))),
    top,
    bottom: height - bottomMargin,
  };
  const x = (value: number): number => plot.left + (value / xMaximum) * (plot.right - plot.left);
  const y = (value: number): number => plot.bottom - (value / yMaximum) * (plot.bottom - plot.top);
  return {
    width,
    height,
    plot,
    x,
    y,
    yTicks,
    xTicks: spacedTicks(
      points.map((point) => point.x),
      x,
    ),
  };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth)) * columnWidth;
}

/** A name that fits beside the plot. */
export function shortName(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}

/** 1, 2 or 5 times a power of ten, so that four to eight steps reach the maximum. */
function niceStep(maximum: number): number {
  if (maximum <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(maximum / 4));
  const fraction = maximum / 4 / power;
  return power * (fraction >= 5 ? 5 : fraction >= 2 ? 2 : 1);
}

/** The heaviest level always has its tick; a lighter one only where there is room to the left of the last kept. */
function spacedTicks(values: readonly number[], x: (value: number) => number): number[] {
  const sorted = [...new Set([0, ...values])].sort((one, other) => other - one);
  const kept: number[] = [];
  for (const value of sorted) {
    const last = kept.at(-1);
    if (last === undefined || x(last) - x(value) >= leastTickDistance) kept.push(value);
  }
  return kept.reverse();
}
