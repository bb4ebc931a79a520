import type { Figure, Stage, Target } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import { type Level, repeatedFigure, type TargetLevel } from '../model/level.ts';
import { outcomesOf } from '../model/outcome.ts';
import type { ReportContext } from '../model/report-context.ts';
import { percentileCell, rateCell, toneOf, trustCell } from './level-cells.ts';
import { type Section, sectionHeading } from './section.ts';
import { type UnknownFigure, unknownNotes } from './unknown-notes.ts';

/** One metric of the table: how a target's cell reads, and what comparisons call it. */
type Row = {
  readonly title: string;
  readonly metric: string;
  readonly cellOf: (target: Target, level: TargetLevel) => Cell;
};

/** One user: speed, times, memory and start-up of each target, with who is ahead by how much. */
export const singleUserSection: Section = (context) => {
  const { singleUser, catalogue } = context;
  if (singleUser === null) return [];
  return [
    sectionHeading(context, 3, 'single-user', catalogue.headings.singleUser),
    paragraph(catalogue.levels.singleUserIntro),
    table(context, singleUser),
  ];
};

function table(context: ReportContext, level: Level): Block {
  const { columns } = context.catalogue;
  const pairs = level.targets.flatMap((own) => {
    const target = context.result.targets.find((candidate) => candidate.name === own.target);
    return target === undefined ? [] : [{ target, own }];
  });
  const isCompared = pairs.length > 1;
  return {
    kind: 'table',
    columns: [
      left(columns.item),
      ...pairs.map(({ target }) => right(target.name)),
      ...(isCompared ? [left(columns.difference)] : []),
    ],
    rows: [
      ...rows(context).map((row) => {
        const { difference, winner } = differenceOf(context, level, row.metric);
        const cells = pairs.map(({ target, own }) => {
          const found = row.cellOf(target, own);
          return target.name === winner ? { ...found, tone: 'best' as const } : found;
        });
        return [cell(row.title), ...cells, ...(isCompared ? [difference] : [])];
      }),
      [
        cell(columns.trust),
        ...pairs.map(({ own }) => trustCell(context.catalogue, own)),
        ...(isCompared ? [cell('')] : []),
      ],
    ],
    notes: unknownNotes(
      context,
      missingFigures(
        context,
        pairs.map(({ target }) => target),
      ),
    ),
  };
}

function rows({ catalogue }: ReportContext): Row[] {
  const { columns, formats } = catalogue;
  const speed = (stage: Stage): Figure => stage.metrics.requestSpeed;
  return [
    {
      title: columns.speed,
      metric: 'requestSpeed',
      cellOf: (_, level) => rateCell(catalogue, repeatedFigure(level, speed), toneOf(level)),
    },
    {
      title: columns.responseTime('p50'),
      metric: 'e2e',
      cellOf: (_, level) => percentileCell(catalogue, level, 'e2e', 'p50'),
    },
    {
      title: columns.ttft('p50'),
      metric: 'ttft',
      cellOf: (_, level) => percentileCell(catalogue, level, 'ttft', 'p50'),
    },
    {
      title: columns.ttft('p99'),
      metric: 'ttft-p99',
      cellOf: (_, level) => percentileCell(catalogue, level, 'ttft', 'p99'),
    },
    {
      title: columns.memoryLoaded,
      metric: 'memory.loaded',
      cellOf: (target) => figureCell(catalogue, target.memory.loaded, formats.bytes),
    },
    {
      title: columns.memoryPeak,
      metric: 'memory.peak',
      cellOf: (target) => figureCell(catalogue, target.memory.peak, formats.bytes),
    },
    {
      title: columns.startUp,
      metric: 'initTime',
      cellOf: (target) => figureCell(catalogue, target.initTime, formats.seconds),
    },
  ];
}

/** A figure that was not measured says what it is instead. */
function figureCell(
  catalogue: ReportContext['catalogue'],
  figure: Figure,
  format: (value: number) => string,
): Cell {
  if (figure.value === null) return cell(catalogue.words.unknown, 'muted');
  return cell(
    format(figure.value),
    'plain',
    figure.kind === 'measured' ? null : catalogue.words.figureKind[figure.kind],
  );
}

function differenceOf(
  context: ReportContext,
  level: Level,
  metric: string,
): { difference: Cell; winner: string | null } {
  const outcomes = outcomesOf(context.result, level, metric);
  const winners = [
    ...new Set(outcomes.flatMap((outcome) => (outcome.kind === 'won' ? [outcome.winner] : []))),
  ];
  const { outcome: write } = context.catalogue.levels;
  const text = outcomes.length === 0 ? write({ kind: 'not-compared' }) : outcomes.map(write).join('; ');
  return {
    difference: cell(text, winners.length > 0 ? 'plain' : 'muted'),
    winner: winners.length === 1 ? (winners[0] ?? null) : null,
  };
}

/** Why memory or start-up is unknown. */
function missingFigures({ catalogue }: ReportContext, targets: readonly Target[]): UnknownFigure[] {
  const { columns } = catalogue;
  return targets.flatMap((target) =>
    (
      [
        [columns.memoryLoaded, target.memory.loaded],
        [columns.memoryPeak, target.memory.peak],
        [columns.startUp, target.initTime],
      ] as const
    ).flatMap(([column, figure]) =>
      figure.value === null && figure.reason !== null
        ? [{ column, target: target.name, reason: figure.reason }]
        : [],
    ),
  );
}
