import { type Block, cell, right } from '../model/document.ts';
import { type Level, repeatedFigure } from '../model/level.ts';
import { loadNumber } from '../model/load-level.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { chartBlocks, groupColumns } from './chart-block.ts';
import { shownTargets } from './chart-series.ts';
import type { ChartRow, RowChart, RowGroup } from './row-chart.ts';

/** The speed of an answer in each language, targets side by side, with its numbers; nothing where only one language was measured. */
export function languagesChart(context: ReportContext): Block[] {
  const chart = languageBars(context);
  if (chart === null) return [];
  const { columns, formats } = context.catalogue;
  return chartBlocks(
    context,
    { name: 'languages', drawing: { kind: 'rows', chart } },
    {
      columns: [...groupColumns(columns.language, context), right(columns.speed)],
      rows: chart.groups.flatMap((group) =>
        group.rows.map(({ name, mark, isInvalid }) => {
          const value = mark.kind === 'bar' ? formats.rateNumber(mark.value) : '';
          return [
            cell(group.name),
            cell(name),
            cell(value, isInvalid ? 'invalid' : 'plain', spanOf(mark, formats.rateNumber)),
          ];
        }),
      ),
    },
  );
}

function spanOf(mark: ChartRow['mark'], format: (value: number) => string): string | null {
  if (mark.kind !== 'bar' || mark.low === null || mark.high === null || mark.low >= mark.high) return null;
  return `${format(mark.low)}–${format(mark.high)}`;
}

/** The same as data, languages in the order in which they were run. */
export function languageBars(context: ReportContext): RowChart | null {
  const { chart, formats } = context.catalogue;
  const groups = context.languages
    .map((level) => groupOf(context, level))
    .filter(({ rows }) => rows.length > 0);
  if (groups.length < 2) return null;
  const rows = groups.flatMap((group) => group.rows);
  const hasSpread = rows.some(({ mark }) => spanOf(mark, String) !== null);
  const { hidden } = shownTargets(context);
  const repeats = Math.max(
    ...context.languages.flatMap((level) => level.targets.map((target) => target.used.length)),
  );
  return {
    title: titleOf(context, rows),
    description: chart.describe(
      groups.map((group) => ({
        name: group.name,
        points: group.rows.map(({ name, mark }) => `${name} ${mark.kind === 'bar' ? mark.text : ''}`),
      })),
    ),
    xTitle: chart.axis.answerSpeed,
    legend: [
      chart.legend.bars(repeats),
      ...(hasSpread ? [chart.legend.repeats] : []),
      ...(rows.some((row) => row.isInvalid) ? [chart.legend.invalid] : []),
      ...(hidden > 0 ? [chart.legend.more(hidden)] : []),
    ],
    formatX: formats.requests,
    xScale: 'linear',
    groups,
  };
}

function groupOf(context: ReportContext, level: Level): RowGroup {
  const { languages, catalogue } = context;
  const hasOneLoad = new Set(languages.map(({ load }) => loadNumber(load))).size === 1;
  const rows = shownTargets(context).shown.flatMap(({ name, series }): ChartRow[] => {
    const own = level.targets.find((candidate) => candidate.target === name);
    const figure = own === undefined ? null : repeatedFigure(own, (stage) => stage.metrics.requestSpeed);
    if (own === undefined || figure === null) return [];
    const { mean: value, low, high } = figure;
    const mark = { kind: 'bar', value, low, high, text: catalogue.formats.rate(value) } as const;
    return [{ name, series, isInvalid: own.verdict === 'invalid', mark }];
  });
  return {
    name: hasOneLoad ? catalogue.words.promptLanguage(level.language) : levelName(catalogue, level),
    rows,
  };
}

function titleOf(context: ReportContext, rows: readonly ChartRow[]): string {
  const { title } = context.catalogue.chart;
  const spans = shownTargets(context).shown.flatMap(({ name }) => {
    const values = rows.flatMap((row) =>
      row.name === name && !row.isInvalid && row.mark.kind === 'bar' ? [row.mark.value] : [],
    );
    return values.length === 0 ? [] : [{ target: name, low: Math.min(...values), high: Math.max(...values) }];
  });
  return spans.length === 0 ? title.languageSpeed : title.languages(spans);
}
