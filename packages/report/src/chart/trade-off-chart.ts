import { type Block, cell, right } from '../model/document.ts';
import { repeatedFigure } from '../model/level.ts';
import { heaviestUsable, type ReportContext, usersOf } from '../model/report-context.ts';
import { chartBlocks, groupColumns } from './chart-block.ts';
import { type ShownTarget, shownTargets, userLevels } from './chart-series.ts';
import { describeLines, pointLegend } from './describe-chart.ts';
import { type ChartLine, type ChartPoint, type LineChart, linesAlone } from './line-chart.ts';
import { frontierOf, stepsOf } from './pareto.ts';

/** What each user gets against what all get together, with its numbers; nothing where fewer than two levels were measured. */
export function tradeOffChart(context: ReportContext): Block[] {
  const { catalogue } = context;
  const chart = tradeOffLines(context);
  if (chart === null) return [];
  const { columns, formats, chart: words } = catalogue;
  const best = new Set<ChartPoint>(frontierOf(usable(chart.lines)));
  return chartBlocks(
    context,
    { name: 'trade-off', drawing: { kind: 'lines', chart } },
    {
      columns: [
        ...groupColumns(columns.users, context),
        right(columns.outputThroughput),
        right(columns.perUser),
        right(words.onFrontier),
      ],
      rows: chart.lines.flatMap(({ name, points }) =>
        points.map((point) => [
          cell(point.note ?? ''),
          cell(name),
          cell(formats.rateNumber(point.x), point.isInvalid ? 'invalid' : 'plain'),
          cell(formats.rateNumber(point.y), point.isInvalid ? 'invalid' : 'plain'),
          cell(best.has(point) ? words.yes : ''),
        ]),
      ),
    },
  );
}

/** The same as data. */
export function tradeOffLines(context: ReportContext): LineChart | null {
  const { chart, formats } = context.catalogue;
  const { shown, hidden } = shownTargets(context);
  const lines = shown.map((target) => lineOf(context, target)).filter((line) => line.points.length > 0);
  if (!lines.some((line) => line.points.length > 1)) return null;
  const numbers = { formatX: formats.requests, formatY: formats.requests };
  return {
    ...linesAlone,
    ...numbers,
    title: titleOf(context),
    description: describeLines(lines, numbers, context),
    xTitle: chart.axis.throughput,
    yTitle: chart.axis.perUser,
    legend: [
      chart.legend.marks,
      chart.legend.usersAtMarks,
      chart.legend.pareto,
      ...pointLegend(lines, context),
      ...(hidden > 0 ? [chart.legend.more(hidden)] : []),
    ],
    yScale: 'linear',
    xTicks: 'round',
    lines,
    steps: stepsOf(frontierOf(usable(lines))),
  };
}

/** An invalid point is shown and beats nothing. */
const usable = (lines: readonly ChartLine[]): ChartPoint[] =>
  lines.flatMap((line) => line.points.filter((point) => !point.isInvalid));

function lineOf(context: ReportContext, { name, series }: ShownTarget): ChartLine {
  const points = userLevels(context, name).flatMap(({ users, level }): ChartPoint[] => {
    const all = repeatedFigure(level, (stage) => stage.metrics.outputThroughput);
    const each = repeatedFigure(level, (stage) => stage.metrics.throughputPerUser);
    if (all === null || each === null) return [];
    return [
      {
        x: all.mean,
        y: each.mean,
        low: each.low,
        high: each.high,
        isInvalid: level.verdict === 'invalid',
        isJoined: true,
        note: context.catalogue.formats.count(users),
      },
    ];
  });
  return { name, series, weight: 'thick', spread: 'whisker', hasMarks: true, points };
}

function titleOf(context: ReportContext): string {
  const { axis, title } = context.catalogue.chart;
  const level = heaviestUsable(context.concurrency);
  const users = level === null ? null : usersOf(level);
  const speeds = (level?.targets ?? []).flatMap((own) => {
    const each = repeatedFigure(own, (stage) => stage.metrics.throughputPerUser);
    return each === null ? [] : [{ target: own.target, value: each.mean }];
  });
  return users === null || speeds.length === 0 ? axis.perUser : title.tradeOff(users, speeds);
}
