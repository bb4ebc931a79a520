import type { Scaling } from '@kneepoint/core';
import type { Block } from '../model/document.ts';
import { repeatedFigure } from '../model/level.ts';
import { headlineOutcome, outcomesOf } from '../model/outcome.ts';
import { heaviestUsable, type ReportContext, usableLevels, usersOf } from '../model/report-context.ts';
import { chartBlocks, lineNumbers } from './chart-block.ts';
import { type ShownTarget, shownTargets, userLevels } from './chart-series.ts';
import { describeLines, pointLegend } from './describe-chart.ts';
import type { ChartLine, ChartPoint, LineChart } from './line-chart.ts';
import { crossingsOf, fittedCurves } from './scaling-marks.ts';

/** Output throughput against users with its numbers, or nothing where fewer than two levels were measured. */
export function throughputChart(context: ReportContext): Block[] {
  const chart = throughputLines(context);
  if (chart === null) return [];
  const { catalogue } = context;
  return chartBlocks(
    context,
    { name: 'scaling', drawing: { kind: 'lines', chart } },
    lineNumbers({ ...chart, formatY: catalogue.formats.rateNumber }, catalogue.columns.users, context),
  );
}

/** The same as data; `null` when fewer than two levels were measured. */
export function throughputLines(context: ReportContext): LineChart | null {
  const { chart, formats } = context.catalogue;
  const { shown, hidden } = shownTargets(context);
  const lines = shown.map((target) => lineOf(context, target)).filter((line) => line.points.length > 0);
  if (!lines.some((line) => line.points.length > 1)) return null;
  const curves = fittedCurves(context, shown);
  const crossings = crossingsOf(context, shown);
  const numbers = { formatX: formats.count, formatY: formats.requests };
  return {
    ...numbers,
    title: answer(context),
    description: describeLines(lines, { ...numbers, formatY: formats.rate }, context),
    xTitle: chart.axis.users,
    yTitle: chart.axis.throughput,
    legend: [
      chart.legend.marks,
      ...pointLegend(lines, context),
      ...(curves.length > 0 ? [chart.legend.fitted] : []),
      ...(crossings.length > 0 ? [chart.legend.crossover] : []),
      ...(hidden > 0 ? [chart.legend.more(hidden)] : []),
    ],
    yScale: 'linear',
    xTicks: 'points',
    lines,
    curves,
    crossings,
    steps: [],
    ground: [],
    spans: [],
  };
}

/**
 * Every level that was measured, and what the analysis has besides (one user of the single-user suite). A band shows the
 * intervals that the analysis knows; where it knows none, whiskers span the repeats.
 */
function lineOf(context: ReportContext, { name, series }: ShownTarget): ChartLine {
  const analysed = context.result.analysis.scaling.find((own) => own.target === name)?.points ?? [];
  const hasIntervals = analysed.some(({ low, high }) => low !== null && high !== null);
  const levels = levelPoints(context, name);
  const others = analysed.filter(({ users }) => !levels.some(({ x }) => x === users)).map(scalingPoint);
  const points = [...levels, ...others].map((point) => {
    const { low, high } = analysed.find(({ users }) => users === point.x) ?? { low: null, high: null };
    return hasIntervals ? { ...point, low: low === null ? null : Math.max(0, low), high } : point;
  });
  return {
    name,
    series,
    weight: 'thick',
    spread: hasIntervals ? 'band' : 'whisker',
    hasMarks: true,
    points: points.toSorted((one, other) => one.x - other.x),
  };
}

function scalingPoint({ users, throughput, low, high, trust }: Scaling['points'][number]): ChartPoint {
  const isInvalid = trust === 'invalid';
  return { x: users, y: throughput, low, high, isInvalid, isJoined: true, note: null };
}

function levelPoints(context: ReportContext, name: string): ChartPoint[] {
  return userLevels(context, name).flatMap(({ users, level }): ChartPoint[] => {
    const figure = repeatedFigure(level, (stage) => stage.metrics.outputThroughput);
    if (figure === null) return [];
    const { mean, low, high } = figure;
    const isInvalid = level.verdict === 'invalid';
    return [{ x: users, y: mean, low, high, isInvalid, isJoined: true, note: null }];
  });
}

/** The chart's title is the answer to its question, in words, at the heaviest level that can be trusted. */
function answer(context: ReportContext): string {
  const { title } = context.catalogue.chart;
  const level = heaviestUsable(context.concurrency);
  const users = level === null ? null : usersOf(level);
  if (level === null || users === null) return title.throughput;
  const names = level.targets.map((target) => target.target);
  const [only] = names;
  if (names.length === 1 && only !== undefined) return growthAnswer(context, only);
  const outcome = headlineOutcome(outcomesOf(context.result, level, 'outputThroughput'));
  if (outcome.kind === 'no-difference') return title.noDifference(users);
  const loser = names.find((name) => outcome.kind === 'won' && name !== outcome.winner);
  if (outcome.kind !== 'won' || loser === undefined || names.length !== 2) return title.throughput;
  return title.won(users, outcome, loser);
}

function growthAnswer(context: ReportContext, target: string): string {
  const { title } = context.catalogue.chart;
  const usable = usableLevels(context.concurrency);
  const ends = [usable[0], usable.at(-1)].flatMap((level) => {
    const own = level?.targets.find((candidate) => candidate.target === target);
    const figure = own === undefined ? null : repeatedFigure(own, (stage) => stage.metrics.outputThroughput);
    const users = level === undefined ? null : usersOf(level);
    return figure === null || users === null ? [] : [{ users, tokensPerSecond: figure.mean }];
  });
  const [from, to] = ends;
  if (from === undefined || to === undefined || from.users === to.users) return title.throughput;
  return title.growth(target, from, to);
}
