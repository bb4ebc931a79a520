import { type Block, cell, right } from '../model/document.ts';
import type { Level } from '../model/level.ts';
import { heaviestUsable, type ReportContext, usersOf } from '../model/report-context.ts';
import { chartBlocks, groupColumns } from './chart-block.ts';
import { shownTargets } from './chart-series.ts';
import { levelQuantiles } from './level-quantiles.ts';
import type { ChartRow, RowChart, RowGroup, StripQuantiles } from './row-chart.ts';
import { scaleKindFor } from './scale.ts';

/** The most rows that one chart draws; a sheet of paper holds no more. */
const mostRows = 28;
const quantileNames = [
  'min',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p99',
  'max',
] as const satisfies readonly (keyof StripQuantiles)[];

/** The distribution of the time to first token at each level, with its numbers; nothing where no histogram was kept. */
export function distributionChart(context: ReportContext): Block[] {
  const groups = stripGroups(context);
  const chart = distributionStrips(context, groups);
  if (chart === null) return [];
  const { columns, chart: words } = context.catalogue;
  const title = (name: (typeof quantileNames)[number]): string =>
    name === 'min' ? words.least : name === 'max' ? words.greatest : name;
  return chartBlocks(
    context,
    { name: 'first-token-distribution', drawing: { kind: 'rows', chart } },
    {
      columns: [...groupColumns(columns.users, context), ...quantileNames.map((name) => right(title(name)))],
      rows: groups.flatMap((group) => group.rows.map((row) => numbersRow(context, group, row))),
    },
  );
}

function numbersRow({ catalogue }: ReportContext, group: RowGroup, { name, mark, isInvalid }: ChartRow) {
  const cells = quantileNames.map((quantile) => {
    const micros = mark.kind === 'strip' ? mark.quantiles[quantile] : null;
    return micros === null
      ? cell(catalogue.words.tooFew, 'muted')
      : cell(catalogue.formats.duration(micros), isInvalid ? 'invalid' : 'plain');
  });
  return [cell(group.name), cell(name), ...cells];
}

/** Whether a target's level has no row. */
function hasLeftOut(context: ReportContext, groups: readonly RowGroup[]): boolean {
  const { shown } = shownTargets(context);
  const measured = context.concurrency.flatMap((level) =>
    level.targets.filter(({ target }) => shown.some(({ name }) => name === target)),
  );
  return groups.reduce((sum, group) => sum + group.rows.length, 0) < measured.length;
}

/** The levels of the chart, lightest first. */
function stripGroups(context: ReportContext): RowGroup[] {
  return context.concurrency
    .map((level) => ({ name: levelText(context, level), rows: rowsOf(context, level) }))
    .filter((group) => group.rows.length > 0);
}

const levelText = ({ catalogue }: ReportContext, level: Level): string =>
  catalogue.levels.users(usersOf(level) ?? 0);

function rowsOf(context: ReportContext, level: Level): ChartRow[] {
  return shownTargets(context).shown.flatMap(({ name, series }): ChartRow[] => {
    const own = level.targets.find((candidate) => candidate.target === name);
    const quantiles = own === undefined ? null : levelQuantiles(own, 'ttft');
    if (own === undefined || quantiles === null) return [];
    return [{ name, series, isInvalid: own.verdict === 'invalid', mark: { kind: 'strip', quantiles } }];
  });
}

/** The same as data; `null` where no level has a strip. */
export function distributionStrips(context: ReportContext, groups = stripGroups(context)): RowChart | null {
  const { chart, formats } = context.catalogue;
  const drawn = evenly(groups, mostRows);
  const rows = drawn.flatMap((group) => group.rows);
  if (rows.length === 0) return null;
  const strips = rows.flatMap(({ mark }) => (mark.kind === 'strip' ? [mark.quantiles] : []));
  const xScale = scaleKindFor(strips.flatMap(({ min, max }) => [min, max]));
  const { firstToken } = chart.axis;
  return {
    title: titleOf(context, drawn),
    description: chart.describe(
      drawn.map((group) => ({ name: group.name, points: group.rows.map((row) => rowText(context, row)) })),
    ),
    xTitle: xScale === 'log' ? chart.axis.logarithmic(firstToken) : firstToken,
    legend: [
      chart.legend.strip,
      ...(hasLeftOut(context, groups) ? [chart.legend.leftOut] : []),
      ...(rows.some((row) => row.isInvalid) ? [chart.legend.invalid] : []),
      ...(drawn.length < groups.length ? [chart.legend.more(groups.length - drawn.length)] : []),
    ],
    formatX: (micros) => formats.requests(micros / 1000),
    xScale,
    groups: drawn,
  };
}

function rowText({ catalogue }: ReportContext, { name, mark }: ChartRow): string {
  if (mark.kind !== 'strip') return name;
  const { duration } = catalogue.formats;
  const { p10, p50, p90 } = mark.quantiles;
  return `${name} p10 ${duration(p10)} p50 ${duration(p50)} p90 ${duration(p90)}`;
}

/** At most so many rows: the first and the last group stay, and those between are taken at even distances. */
function evenly(groups: readonly RowGroup[], most: number): RowGroup[] {
  const perGroup = Math.max(1, ...groups.map((group) => group.rows.length));
  const wanted = Math.max(2, Math.floor(most / perGroup));
  if (groups.length <= wanted) return [...groups];
  const indexes = Array.from({ length: wanted }, (_, index) =>
    Math.round((index * (groups.length - 1)) / (wanted - 1)),
  );
  return indexes.flatMap((index) => groups[index] ?? []);
}

/** The heaviest level that can be trusted. */
function titleOf(context: ReportContext, groups: readonly RowGroup[]): string {
  const { chart } = context.catalogue;
  const level = heaviestUsable(context.concurrency);
  const users = level === null ? null : usersOf(level);
  const group = level === null ? undefined : groups.find(({ name }) => name === levelText(context, level));
  const spans = (group?.rows ?? []).flatMap(({ name, mark }) =>
    mark.kind === 'strip' ? [{ target: name, low: mark.quantiles.p10, high: mark.quantiles.p90 }] : [],
  );
  return users === null || spans.length === 0
    ? chart.axis.firstToken
    : chart.title.distribution(users, spans);
}
