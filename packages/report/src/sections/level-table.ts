import { type Block, type Cell, type Column, cell, left, right } from '../model/document.ts';
import {
  chunkGapMark,
  type GapName,
  gapColumn,
  gapOf,
  headlineLatencies,
  type Level,
  repeatedFigure,
  type TargetLevel,
} from '../model/level.ts';
import { loadNumber } from '../model/load-level.ts';
import type { ReportContext } from '../model/report-context.ts';
import { countsCell, percentileCell, rateCell, toneOf, trustCell } from './level-cells.ts';
import { type UnknownFigure, unknownNotes, withoutUnknownColumns } from './unknown-notes.ts';

/** What the rows of one table have in common. */
type Shape = {
  readonly gap: GapName | 'mixed';
  readonly hasTargets: boolean;
  readonly hasLimit: boolean;
  /** Left out where the table above it has the same numbers. */
  readonly hasThroughput: boolean;
};

/** The details of each level: a row per load and target, with latencies, counts and trust. */
export function levelTable(
  context: ReportContext,
  levels: readonly Level[],
  options: Pick<Shape, 'hasThroughput'>,
): Block[] {
  const [first] = levels;
  if (first === undefined) return [];
  const gap = gapColumn(levels.flatMap((level) => level.targets).map((target) => target.used));
  const shape = {
    gap,
    hasTargets: context.result.targets.length > 1,
    hasLimit: levels.some((level) =>
      level.targets.some((target) => limitShare(context, level, target) !== null),
    ),
    ...options,
  };
  const rows = levels.flatMap((level) =>
    level.targets.map((target) => levelRow(context, level, target, shape)),
  );
  const whole: Table = { kind: 'table', columns: levelColumns(context, first, shape), rows, notes: [] };
  const table = withoutUnknownColumns(context, whole, reasonsOf(levels));
  const notes = notesOf(context, levels, { gap, table });
  const limitNotes = shape.hasLimit ? [context.catalogue.performance.limitNote] : [];
  return [{ ...table, notes: [...table.notes, ...notes, ...limitNotes] }];
}

type Table = Extract<Block, { kind: 'table' }>;

/** Why latencies are unknown where a stage has none at all. */
function reasonsOf(levels: readonly Level[]): string[] {
  const stages = levels.flatMap((level) => level.targets).flatMap(({ used }) => used);
  const reasons = stages.flatMap(({ metrics }) =>
    [metrics.ttft, metrics.chunkGap, metrics.e2e].flatMap(({ p50, reasons: own }) =>
      p50 === null ? (own['p50'] ?? own['all'] ?? []) : [],
    ),
  );
  return [...new Set(reasons)].filter((reason) => !reason.startsWith('too few'));
}

/** The share of what the hardware allows at a level; `null` where nobody could work it out. */
function limitShare({ result }: ReportContext, level: Level, { target }: TargetLevel): number | null {
  const { load, suite } = level;
  if (load.loop === 'open') return null;
  const limit = result.analysis.physicalLimits.find(
    (one) =>
      one.target === target && one.suite === suite && one.phase === 'decode' && one.users === load.users,
  );
  return limit?.share ?? null;
}

function levelColumns(
  context: ReportContext,
  level: Level,
  { gap, hasTargets, hasThroughput, hasLimit }: Shape,
): Column[] {
  const { columns, performance } = context.catalogue;
  const ttft = level.load.loop === 'open' ? columns.ttftResponse : columns.ttft;
  // A chunk gap among token gaps carries a mark, which a note explains.
  const gapTitle = columns[gap === 'mixed' ? 'tokenGap' : gap];
  return [
    right(level.load.loop === 'open' ? columns.requestsPerSecond : columns.users),
    ...(hasTargets ? [left(columns.target)] : []),
    ...(hasThroughput ? [right(columns.outputThroughput)] : []),
    right(columns.perUser),
    ...(hasLimit ? [right(performance.limitShare)] : []),
    right(ttft('p50')),
    right(ttft('p99')),
    right(gapTitle('p50')),
    right(gapTitle('p99')),
    right(columns.responseTime('p50')),
    right(columns.counts),
    left(columns.trust),
  ];
}

function levelRow(context: ReportContext, level: Level, target: TargetLevel, shape: Shape): Cell[] {
  const { catalogue } = context;
  const { ttft, e2e } = headlineLatencies(level.load);
  const tone = toneOf(target);
  const throughput = rateCell(
    catalogue,
    repeatedFigure(target, (stage) => stage.metrics.outputThroughput),
    tone,
  );
  return [
    cell(catalogue.formats.requests(loadNumber(level.load))),
    ...(shape.hasTargets ? [cell(target.target)] : []),
    ...(shape.hasThroughput ? [throughput] : []),
    rateCell(
      catalogue,
      repeatedFigure(target, (stage) => stage.metrics.throughputPerUser),
      tone,
    ),
    ...(shape.hasLimit ? [limitCell(context, level, target)] : []),
    percentileCell(catalogue, target, ttft, 'p50'),
    percentileCell(catalogue, target, ttft, 'p99'),
    gapCell(context, target, 'p50', shape),
    gapCell(context, target, 'p99', shape),
    percentileCell(catalogue, target, e2e, 'p50'),
    countsCell(catalogue, target),
    trustCell(catalogue, target),
  ];
}

function limitCell(context: ReportContext, level: Level, target: TargetLevel): Cell {
  const share = limitShare(context, level, target);
  const { words, formats } = context.catalogue;
  return share === null ? cell(words.unknown, 'muted') : cell(formats.share(share), toneOf(target));
}

function gapCell(
  { catalogue }: ReportContext,
  target: TargetLevel,
  percentile: 'p50' | 'p99',
  { gap }: Shape,
): Cell {
  const name = gapOf(target.used);
  const found = percentileCell(catalogue, target, name, percentile);
  return gap === 'mixed' && name === 'chunkGap' ? { ...found, text: `${found.text}${chunkGapMark}` } : found;
}

/** What the gaps of some rows are, unless the whole column is unknown and gone. */
function notesOf(
  context: ReportContext,
  levels: readonly Level[],
  { gap, table }: { readonly gap: Shape['gap']; readonly table: Table },
): string[] {
  const { catalogue } = context;
  const gapTitle = catalogue.columns[gap === 'mixed' ? 'tokenGap' : gap]('p50');
  const hasGaps = table.columns.some(({ title }) => title === gapTitle);
  const targets = levels.flatMap((level) => level.targets);
  const unknownTokenGaps = targets.flatMap((target) =>
    unknownGaps(target, 'tokenGap', catalogue.columns.tokenGap('')),
  );
  const unknownChunkGaps = targets.flatMap((target) =>
    unknownGaps(target, 'chunkGap', catalogue.columns.chunkGap('')),
  );
  const isInvalid = targets.some((target) => target.verdict === 'invalid');
  return [
    ...(gap === 'mixed'
      ? chunkGapNotes(context, unknownTokenGaps)
      : hasGaps
        ? unknownNotes(context, unknownTokenGaps)
        : []),
    ...(hasGaps ? unknownNotes(context, unknownChunkGaps) : []),
    ...(isInvalid ? [catalogue.levels.invalidNote] : []),
  ];
}

function unknownGaps(target: TargetLevel, name: GapName, column: string): UnknownFigure[] {
  return target.used.flatMap((stage) => {
    const found = stage.metrics[name];
    if ((found.count ?? 0) > 0) return [];
    return [
      {
        column: column.trim(),
        target: target.target,
        reason: found.reasons['p50'] ?? found.reasons['all'] ?? '',
      },
    ];
  });
}

function chunkGapNotes({ catalogue }: ReportContext, unknown: readonly UnknownFigure[]): string[] {
  return [...new Set(unknown.map(({ reason }) => reason))].map((reason) => {
    const targets = unknown.filter((figure) => figure.reason === reason).map(({ target }) => target);
    return catalogue.levels.chunkGapNote(chunkGapMark, [...new Set(targets)], catalogue.reason(reason));
  });
}
