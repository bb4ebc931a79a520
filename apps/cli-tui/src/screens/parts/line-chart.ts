import { type AxisScale, spanningScale, zeroBasedScale } from './axis-scale.ts';
import { BrailleCanvas } from './braille-canvas.ts';
import { clipLine, fitLine } from './fit-line.ts';
import { type Line, lineWidth, type Span, span, type Tone } from './line.ts';
import { chartAxis } from './line-chart-axis.ts';
import { endLabels } from './line-chart-labels.ts';
import type { Marks } from './marks.ts';

/** A line of a chart; the letter marks its measured points and its end, so that it is known without colour. */
export type ChartSeries = {
  readonly name: string;
  readonly letter: string;
  readonly tone: Tone;
  /** In the order of x. A hollow point, one that is not to be trusted, has its letter in lower case. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly hollow?: boolean }[];
};

/** A chart and the room for it. */
export type LineChartOptions = {
  readonly series: readonly ChartSeries[];
  readonly width: number;
  readonly height: number;
  readonly x: { readonly title: string; readonly scale: 'linear' | 'log'; format(value: number): string };
  readonly y: { readonly title: string; format(value: number): string };
  readonly marks: Marks;
};

/** Points joined by straight lines over axes in units, y from zero; exactly `height` lines of `width` columns. */
export function lineChart(options: LineChartOptions): readonly Line[] {
  const { series, width, height } = options;
  const points = series.flatMap((one) => one.points);
  if (points.length === 0 || height < 4 || width < 16)
    return Array.from({ length: Math.max(0, height) }, () => fitLine([], width));
  const scales = {
    x: spanningScale(
      points.map((point) => point.x),
      options.x.scale,
    ),
    y: zeroBasedScale(points.map((point) => point.y)),
  };
  const plotHeight = height - 3;
  const labels = endLabels(series, scales.y, {
    height: plotHeight,
    width: Math.min(18, Math.floor(width / 4)),
  });
  const left = Math.max(
    ...[0, scales.y.to / 2, scales.y.to].map((value) => lineWidth([span(options.y.format(value))])),
  );
  const right = Math.max(0, ...labels.map(lineWidth));
  const plotWidth = width - left - right - 3;
  const rows = plotRows(options, scales, { width: plotWidth, height: plotHeight });
  const axis = chartAxis(options, scales, { left, plotWidth });
  return [
    fitLine([span(options.y.title, 'muted')], width),
    ...rows.map((row, index) =>
      fitLine([...axis.left(index, plotHeight), ...row, span(' '), ...(labels[index] ?? [])], width),
    ),
    ...axis.bottom.map((pieces) => fitLine(clipLine(pieces, width), width)),
  ];
}

function plotRows(
  { series, marks }: LineChartOptions,
  scales: { readonly x: AxisScale; readonly y: AxisScale },
  size: { readonly width: number; readonly height: number },
): readonly Line[] {
  const canvas = new BrailleCanvas(size.width, size.height);
  const letters = new Map<number, Span>();
  series.forEach((one, owner) => {
    const dots = one.points.map(({ x, y, hollow = false }) => ({
      letter: hollow ? one.letter.toLowerCase() : one.letter,
      x: Math.round(scales.x.position(x) * (size.width * 2 - 1)),
      y: Math.round((1 - scales.y.position(y)) * (size.height * 4 - 1)),
    }));
    dots.forEach((dot, place) => {
      const before = dots[place - 1];
      if (before !== undefined) canvas.line(before, dot, owner);
    });
    for (const dot of dots)
      letters.set(
        Math.floor(dot.y / 4) * size.width + Math.floor(dot.x / 2),
        span(dot.letter, one.tone, dot.letter === one.letter),
      );
  });
  return Array.from({ length: size.height }, (_, row) =>
    Array.from({ length: size.width }, (_unused, column) => {
      const letter = letters.get(row * size.width + column);
      if (letter !== undefined) return letter;
      const cell = canvas.cell(column, row);
      if (cell === null) return span(' ');
      return span(marks.unicode ? cell.character : '.', series[cell.owner]?.tone ?? 'plain');
    }),
  ).map(joined);
}

/** Neighbouring pieces of the same look as one: a screen has hundreds of pieces less. */
function joined(pieces: readonly Span[]): Line {
  const out: Span[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last !== undefined && last.tone === piece.tone && last.bold === piece.bold)
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
