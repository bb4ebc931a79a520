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
import { type UnknownFigure, unknownNotes } from './unknown-notes.ts';

/** What the rows of one table have in common. */
type Shape = {
  readonly gap: GapName | 'mixed';
  readonly hasTargets: boolean;
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
  const shape = { gap, hasTargets: context.result.targets.length > 1, ...options };
  const rows = levels.flatMap((level) =>
    level.targets.map((target) => levelRow(context, level, target, shape)),
  );
  return [
    {
      kind: 'table',
      columns: levelColumns(context, first, shape),
      rows,
      notes: notesOf(context, levels, gap),
    },
  ];
}

function levelColumns(
  context: ReportContext,
  level: Level,
  { gap, hasTargets, hasThroughput }: Shape,
): Column[] {
  const { columns } = context.catalogue;
  const ttft = level.load.loop === 'open' ? columns.ttftResponse : columns.ttft;
  // A chunk gap among token gaps carries a mark, which a note explains.
  const gapTitle = columns[gap === 'mixed' ? 'tokenGap' : gap];
  return [
    right(level.load.loop === 'open' ? columns.requestsPerSecond : columns.users),
    ...(hasTargets ? [left(columns.target)] : []),
    ...(hasThroughput ? [right(columns.outputThroughput)] : []),
    right(columns.perUser),
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
    percentileCell(catalogue, target, ttft, 'p50'),
    percentileCell(catalogue, target, ttft, 'p99'),
    gapCell(context, target, 'p50', shape),
    gapCell(context, target, 'p99', shape),
    percentileCell(catalogue, target, e2e, 'p50'),
    countsCell(catalogue, target),
    trustCell(catalogue, target),
  ];
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

function notesOf(context: ReportContext, levels: readonly Level[], gap: Shape['gap']): string[] {
  const { catalogue } = context;
  const targets = levels.flatMap((level) => level.targets);
  const unknownTokenGaps = targets.flatMap((target) =>
    unknownGaps(target, 'tokenGap', catalogue.columns.tokenGap('')),
  );
  const unknownChunkGaps = targets.flatMap((target) =>
    unknownGaps(target, 'chunkGap', catalogue.columns.chunkGap('')),
  );
  const isInvalid = targets.some((target) => target.verdict === 'invalid');
  return [
    ...(gap === 'mixed' ? chunkGapNotes(context, unknownTokenGaps) : unknownNotes(context, unknownTokenGaps)),
    ...unknownNotes(context, unknownChunkGaps),
    ...(isInvalid ? [catalogue.levels.invalidNote] : []),
  ];
}

function unknownGaps(target: TargetLevel, name: GapName, column: string): UnknownFigure[] {
  return target.used.flatMap((stage) => {
    const found = stage.metrics[name];
    if ((found.count ?? 0) > 0) return [];
    return [{ column: column.trim(), target: target.target, reason: found.reasons['p50'] ?? '' }];
  });
}

function chunkGapNotes({ catalogue }: ReportContext, unknown: readonly UnknownFigure[]): string[] {
  return [...new Set(unknown.map(({ reason }) => reason))].map((reason) => {
    const targets = unknown.filter((figure) => figure.reason === reason).map(({ target }) => target);
    return catalogue.levels.chunkGapNote(chunkGapMark, [...new Set(targets)], reason);
  });
}
