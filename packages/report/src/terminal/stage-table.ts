import type { LatencyName, Result, Stage } from '@kneepoint/core';
import type { Catalogue, ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { chunkGapMark, gapColumn, gapOf, headlineLatencies, stagePercentile } from '../model/level.ts';
import { loadNumber } from '../model/load-level.ts';
import { cleanLine } from '../write/clean-text.ts';
import { displayWidth, fitToWidth } from './display-width.ts';

export type StageTableOptions = {
  /** The terminal's width in columns; the table leaves out what does not fit, least important first. */
  readonly columns: number;
  readonly colour: boolean;
  readonly language?: ReportLanguage;
};

/** A column of the table of stages and what it says of one. */
export type StageColumn = {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The columns with the highest number go first when the terminal is narrow; 0 stays. */
  readonly dispensable: number;
  readonly text: (stage: Stage) => string;
};

const gutter = '  ';

/** The table of the terminal: a row per stage in the order of the result, ending in a newline. One table per kind of load. */
export function renderStageTable(result: Result, options: StageTableOptions): string {
  const catalogue = catalogues[options.language ?? 'en'];
  const groups = (['closed', 'open'] as const).map((loop) =>
    result.stages.filter((stage) => stage.load.loop === loop),
  );
  return groups
    .filter((stages) => stages.length > 0)
    .map((stages) => renderGroup(stages, stageColumns(result, stages, catalogue), options))
    .join('\n');
}

/** The columns of a table of stages, in their order. */
export function stageColumns(result: Result, stages: readonly Stage[], catalogue: Catalogue): StageColumn[] {
  const { columns } = catalogue.terminal;
  const { formats, words } = catalogue;
  const isOpen = stages.some((stage) => stage.load.loop === 'open');
  const gap = gapColumn(stages.map((stage) => [stage]));
  const pair = (pick: (stage: Stage) => LatencyName) => (stage: Stage) =>
    `${percentile(catalogue, stage, pick(stage), 'p50')} / ${percentile(catalogue, stage, pick(stage), 'p99')}`;
  const gapTitle = gap === 'mixed' ? columns.mixedGap(chunkGapMark) : columns[gap];
  const gapPair = pair((stage) => gapOf([stage]));
  const rate = (pick: (stage: Stage) => number | null) => (stage: Stage) => {
    const value = pick(stage);
    return value === null ? words.unknown : formats.rateNumber(value);
  };
  return [
    ...(result.targets.length > 1 ? [column(columns.target, 'left', 0, (stage) => stage.target)] : []),
    ...contextColumns(stages, catalogue),
    column(isOpen ? columns.rate : columns.users, 'right', 0, (stage) =>
      formats.requests(loadNumber(stage.load)),
    ),
    column(columns.counts, 'right', 3, ({ counts }) =>
      counts === null ? '-' : `${counts.completed}/${counts.failed}/${counts.cut}`,
    ),
    column(
      columns.throughput,
      'right',
      0,
      rate((stage) => stage.metrics.outputThroughput.value),
    ),
    column(
      columns.perUser,
      'right',
      2,
      rate((stage) => stage.metrics.throughputPerUser.value),
    ),
    column(
      isOpen ? columns.ttftResponse : columns.ttft,
      'right',
      0,
      pair((stage) => headlineLatencies(stage.load).ttft),
    ),
    column(
      gapTitle,
      'right',
      1,
      (stage) => gapPair(stage) + (gap === 'mixed' && gapOf([stage]) === 'chunkGap' ? chunkGapMark : ''),
    ),
    column(columns.responseTime, 'right', 4, (stage) =>
      percentile(catalogue, stage, headlineLatencies(stage.load).e2e, 'p50'),
    ),
    column(columns.trust, 'left', 0, (stage) => words.verdict[stage.trust.verdict]),
  ];
}

/** Suite, language and repeat only where they tell rows apart. */
function contextColumns(stages: readonly Stage[], { columns, words, formats }: Catalogue): StageColumn[] {
  const suites = new Set(stages.map((stage) => stage.suite));
  const languages = new Set(stages.map((stage) => stage.language));
  const repeats = Math.max(...stages.map((stage) => stage.repeat));
  return [
    ...(suites.size > 1
      ? [column(columns.suite.toLowerCase(), 'left', 2, (stage) => words.suite[stage.suite])]
      : []),
    ...(languages.size > 1
      ? [column(columns.language.toLowerCase(), 'left', 0, (stage) => words.promptLanguage(stage.language))]
      : []),
    ...(repeats > 1
      ? [column(columns.repeat.toLowerCase(), 'right', 0, (stage) => formats.count(stage.repeat))]
      : []),
  ];
}

function column(
  title: string,
  align: StageColumn['align'],
  dispensable: number,
  text: StageColumn['text'],
): StageColumn {
  return { title, align, dispensable, text: (stage) => cleanLine(text(stage)) };
}

function percentile(catalogue: Catalogue, stage: Stage, latency: LatencyName, name: 'p50' | 'p99'): string {
  const value = stagePercentile(stage, latency, name);
  switch (value.kind) {
    case 'known':
      return catalogue.formats.duration(value.micros);
    case 'too-few':
      return catalogue.words.tooFew;
    case 'unknown':
      return catalogue.words.unknown;
  }
}

type SizedColumn = StageColumn & { readonly width: number };

function renderGroup(
  stages: readonly Stage[],
  columns: readonly StageColumn[],
  { columns: available, colour }: StageTableOptions,
): string {
  const shown = fitColumns(
    columns.map((one) => ({
      ...one,
      width: Math.max(displayWidth(one.title), ...stages.map((stage) => displayWidth(one.text(stage)))),
    })),
    available,
  );
  const line = (text: (one: SizedColumn) => string): string =>
    shown
      .map((one) => fitToWidth(text(one), one.width, one.align))
      .join(gutter)
      .trimEnd();
  const header = line((one) => one.title);
  const rows = stages.map((stage) =>
    paint(
      line((one) => one.text(stage)),
      stage.trust.verdict,
      colour,
    ),
  );
  return `${[colour ? `\u001b[1m${header}\u001b[0m` : header, ...rows].join('\n')}\n`;
}

/** Leaves out the most dispensable column until the rest fits; what must stay is then cut by the terminal, not by us. */
function fitColumns(columns: readonly SizedColumn[], available: number): SizedColumn[] {
  const kept = [...columns];
  while (tableWidth(kept) > available) {
    const most = Math.max(...kept.map((one) => one.dispensable));
    if (most === 0) break;
    kept.splice(
      kept.findIndex((one) => one.dispensable === most),
      1,
    );
  }
  return kept;
}

function tableWidth(columns: readonly SizedColumn[]): number {
  return columns.reduce((sum, one) => sum + one.width, 0) + gutter.length * (columns.length - 1);
}

/** Yellow for suspect, red for invalid; the words say the same without colour. */
function paint(line: string, verdict: Stage['trust']['verdict'], colour: boolean): string {
  if (!colour || verdict === 'valid') return line;
  return `\u001b[${verdict === 'invalid' ? 31 : 33}m${line}\u001b[0m`;
}
