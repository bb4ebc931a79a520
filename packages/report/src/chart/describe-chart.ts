import type { ReportContext } from '../model/report-context.ts';
import type { ChartLine, LineChart } from './line-chart.ts';

/** The lines in words, for a reader who does not see them. */
export function describeLines(
  lines: readonly ChartLine[],
  { formatX, formatY }: Pick<LineChart, 'formatX' | 'formatY'>,
  { catalogue }: ReportContext,
): string {
  return catalogue.chart.describe(
    lines.map(({ name, points }) => ({
      name,
      points: points.map(({ x, y }) => `${formatX(x)}: ${formatY(y)}`),
    })),
  );
}

/** The statements of a legend about points that are drawn: an interval, a whisker, a hollow mark. */
export function pointLegend(lines: readonly ChartLine[], { catalogue }: ReportContext): string[] {
  const { legend } = catalogue.chart;
  const hasSpread = (spread: ChartLine['spread']): boolean =>
    lines.some(
      (line) =>
        line.spread === spread &&
        line.points.some(({ low, high }) => low !== null && high !== null && low < high),
    );
  return [
    ...(hasSpread('band') ? [legend.band] : []),
    ...(hasSpread('whisker') ? [legend.repeats] : []),
    ...(lines.some((line) => line.points.some((point) => point.isInvalid)) ? [legend.invalid] : []),
  ];
}
