import { repeatedFigure } from '../model/level.ts';
import { headlineOutcome, outcomesOf } from '../model/outcome.ts';
import { heaviestUsable, type ReportContext, usableLevels, usersOf } from '../model/report-context.ts';
import type { ChartLine, LineChart } from './line-chart.ts';

/** Output throughput against concurrent users; `null` when fewer than two levels were measured. */
export function scalingChart(context: ReportContext): LineChart | null {
  const lines = context.result.targets
    .map(({ name }) => throughputLine(context, name))
    .filter((line) => line.points.length > 0);
  if (!lines.some((line) => line.points.length > 1)) return null;
  const { chart, formats } = context.catalogue;
  const points = lines.flatMap((line) => line.points);
  return {
    title: answer(context),
    description: chart.describe(
      lines.map(({ name, points }) => ({
        name,
        points: points.map(({ x, y }) => `${context.catalogue.levels.users(x)} ${formats.rate(y)}`),
      })),
    ),
    xTitle: chart.axis.users,
    yTitle: chart.axis.throughput,
    legend: [
      chart.legend.marks,
      ...(points.some((point) => point.low < point.high) ? [chart.legend.repeats] : []),
      ...(points.some((point) => point.isInvalid) ? [chart.legend.invalid] : []),
    ].join('; '),
    formatX: formats.count,
    formatY: formats.requests,
    lines,
  };
}

function throughputLine(context: ReportContext, name: string): ChartLine {
  const points = context.concurrency.flatMap((level) => {
    const target = level.targets.find((candidate) => candidate.target === name);
    const users = usersOf(level);
    const figure =
      target === undefined ? null : repeatedFigure(target, (stage) => stage.metrics.outputThroughput);
    if (target === undefined || users === null || figure === null) return [];
    return [
      {
        x: users,
        y: figure.mean,
        low: figure.low,
        high: figure.high,
        isInvalid: target.verdict === 'invalid',
      },
    ];
  });
  return { name, points };
}

/** The chart's title is the answer to its question, in words, at the heaviest level that can be trusted. */
function answer(context: ReportContext): string {
  const { chart } = context.catalogue;
  const level = heaviestUsable(context.concurrency);
  const users = level === null ? null : usersOf(level);
  if (level === null || users === null) return chart.title.throughput;
  const names = level.targets.map((target) => target.target);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return growthAnswer(context, only);
  const outcome = headlineOutcome(outcomesOf(context.result, level, 'outputThroughput'));
  if (outcome.kind === 'no-difference') return chart.title.noDifference(users);
  const loser = names.find((name) => outcome.kind === 'won' && name !== outcome.winner);
  if (outcome.kind !== 'won' || loser === undefined || names.length !== 2) return chart.title.throughput;
  return chart.title.won(users, outcome, loser);
}

function growthAnswer(context: ReportContext, target: string): string {
  const usable = usableLevels(context.concurrency);
  const ends = [usable[0], usable.at(-1)].flatMap((level) => {
    const own = level?.targets.find((candidate) => candidate.target === target);
    const figure = own === undefined ? null : repeatedFigure(own, (stage) => stage.metrics.outputThroughput);
    const users = level === undefined ? null : usersOf(level);
    return figure === null || users === null ? [] : [{ users, tokensPerSecond: figure.mean }];
  });
  const [from, to] = ends;
  if (from === undefined || to === undefined || from.users === to.users)
    return context.catalogue.chart.title.throughput;
  return context.catalogue.chart.title.growth(target, from, to);
}
