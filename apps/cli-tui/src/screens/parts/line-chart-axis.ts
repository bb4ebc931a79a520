import type { AxisScale } from './axis-scale.ts';
import { columnsOf } from './columns-of.ts';
import { fitLine } from './fit-line.ts';
import { type Line, span } from './line.ts';
import type { LineChartOptions } from './line-chart.ts';

/** What stands left of a chart's rows and below them: figures at the ends and in the middle, a tick under each measured x that has room. */
export function chartAxis(
  { x, y, series, marks }: LineChartOptions,
  scales: { readonly x: AxisScale; readonly y: AxisScale },
  { left, plotWidth }: { readonly left: number; readonly plotWidth: number },
): { left(row: number, height: number): Line; readonly bottom: readonly Line[] } {
  const figures = (row: number, height: number): string => {
    if (row === 0) return y.format(scales.y.to);
    if (row === height - 1) return y.format(0);
    // Half stands in the row that is nearest to it.
    return row === Math.floor(height / 2) && height >= 5 ? y.format(scales.y.to / 2) : '';
  };
  const values = [...new Set(series.flatMap((one) => one.points.map((point) => point.x)))].sort(
    (a, b) => a - b,
  );
  const ticks = values.map((value) => ({
    at: Math.round(scales.x.position(value) * (plotWidth - 1)),
    text: x.format(value),
  }));
  return {
    left: (row, height) => [
      ...fitLine([span(figures(row, height), 'muted')], left, 'right'),
      span(` ${marks.axis.vertical}`, 'muted'),
    ],
    bottom: [
      [span(`${' '.repeat(left)} ${marks.axis.corner}${marks.axis.horizontal.repeat(plotWidth)}`, 'muted')],
      [span(`${' '.repeat(left + 2)}${tickText(ticks, plotWidth, x.title)}`, 'muted')],
    ],
  };
}

/** Labels under their ticks, the first and the last before those between, none touching another; then the axis' name. */
function tickText(
  ticks: readonly { readonly at: number; readonly text: string }[],
  plotWidth: number,
  title: string,
): string {
  const taken: { from: number; text: string }[] = [];
  const wanted = [ticks[0], ticks.at(-1), ...ticks.slice(1, -1)];
  for (const tick of wanted) {
    if (tick === undefined) continue;
    const width = columnsOf(tick.text);
    const from = Math.min(Math.max(0, plotWidth - width), Math.max(0, tick.at - Math.floor(width / 2)));
    const free = taken.every(
      (other) => from > other.from + columnsOf(other.text) || from + width < other.from,
    );
    if (free) taken.push({ from, text: tick.text });
  }
  const labels = taken
    .sort((a, b) => a.from - b.from)
    .reduce(
      (text, { from, text: label }) => `${text}${' '.repeat(Math.max(0, from - columnsOf(text)))}${label}`,
      '',
    );
  return `${labels} ${title}`;
}
