import type { Figure, Stage } from '@kneepoint/core';
import { type Block, type Cell, type Column, cell, left, right } from '../model/document.ts';
import { type Level, repeatedFigure } from '../model/level.ts';
import { candidateOutcomes, outcomeText } from '../model/outcome.ts';
import type { ReportContext } from '../model/report-context.ts';
import { declaredNotes } from './declared-notes.ts';
import { rateCell, toneOf } from './level-cells.ts';

export type DifferenceTable = {
  readonly levels: readonly Level[];
  /** The header and the text of the first column. */
  readonly rowTitle: Column;
  readonly rowText: (level: Level) => string;
  /** The metric's name in comparisons, and where a stage has it. */
  readonly metric: string;
  readonly pick: (stage: Stage) => Figure;
};

/** A row per level with each target's figure and who is ahead by how much: the table of the summary's numbers. */
export function differenceTable(context: ReportContext, table: DifferenceTable): Block {
  const { columns } = context.catalogue;
  const targets = context.result.targets.map((target) => target.name);
  const isCompared = targets.length > 1;
  return {
    kind: 'table',
    columns: [
      table.rowTitle,
      ...targets.map((target) => right(context.catalogue.page.aside(target, 'tok/s'))),
      ...(isCompared ? [left(columns.difference)] : []),
    ],
    rows: table.levels.map((level) => differenceRow(context, table, level, targets)),
    notes: declaredNotes(context, table.levels, table.pick),
  };
}

function differenceRow(
  context: ReportContext,
  table: DifferenceTable,
  level: Level,
  targets: readonly string[],
): Cell[] {
  const { catalogue, result } = context;
  const outcomes = candidateOutcomes(result, level, table.metric);
  const winners = new Set(
    outcomes.flatMap(({ outcome }) => (outcome.kind === 'won' ? [outcome.winner] : [])),
  );
  const figures = targets.map((name) => {
    const target = level.targets.find((candidate) => candidate.target === name);
    if (target === undefined) return cell(catalogue.words.notMeasured, 'muted');
    const tone = winners.has(name) && winners.size === 1 ? 'best' : toneOf(target);
    return rateCell(catalogue, repeatedFigure(target, table.pick), tone);
  });
  return [
    cell(table.rowText(level)),
    ...figures,
    ...(targets.length > 1
      ? [cell(outcomeText(outcomes, catalogue), winners.size > 0 ? 'plain' : 'muted')]
      : []),
  ];
}
