import type { Target } from '@kneepoint/core';
import type { Outcome } from '../catalogue/statement-parts.ts';
import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import type { Level, TargetLevel } from '../model/level.ts';
import { candidateOutcomes, outcomeText } from '../model/outcome.ts';
import type { ReportContext } from '../model/report-context.ts';
import { isDeclared } from './declared-notes.ts';
import { trustCell } from './level-cells.ts';
import { hasLimitShares, limitShareCell } from './physical-limit-share.ts';
import { type Section, sectionHeading } from './section.ts';
import { oneValueOutcomes, type SingleUserRow, singleUserRows } from './single-user-rows.ts';
import { type UnknownFigure, unknownNotes } from './unknown-notes.ts';

/** A target and its single-user level. */
type Pair = { readonly target: Target; readonly level: TargetLevel };

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
  const pairs = level.targets.flatMap((own): Pair[] => {
    const target = context.result.targets.find((candidate) => candidate.name === own.target);
    return target === undefined ? [] : [{ target, level: own }];
  });
  const isCompared = pairs.length > 1;
  const trust = [
    cell(columns.trust),
    ...pairs.map((pair) => trustCell(context.catalogue, pair.level)),
    ...(isCompared ? [cell('')] : []),
  ];
  const targets = pairs.map(({ target }) => target);
  const isTyped = isDeclared([level], (stage) => stage.metrics.requestSpeed);
  const rows = [
    ...singleUserRows(context.catalogue, isTyped),
    ...(hasLimitShares(context, [level.suite]) ? [limitRow(context)] : []),
  ].map((row) => tableRow(context, level, row, pairs));
  const isUnknown = (row: readonly Cell[]): boolean =>
    row.slice(1, pairs.length + 1).every(({ text }) => text === context.catalogue.words.unknown);
  const known = rows.filter((row) => !isUnknown(row));
  const unknown = rows.filter(isUnknown).flatMap(([title]) => title?.text ?? []);
  const missing = missingFigures(context, targets);
  // A figure that nobody has is named once; one that some have, with those who lack it.
  const nowhere = missing.filter(({ column }) => unknown.includes(column));
  const notes = [
    ...(isTyped ? [context.catalogue.facts.declaredTable] : []),
    ...(unknown.length === 0
      ? []
      : [
          context.catalogue.performance.nowhereKnown(
            unknown,
            [...new Set(nowhere.map(({ reason }) => reason))].map(context.catalogue.reason),
          ),
        ]),
    ...unknownNotes(
      context,
      missing.filter(({ column }) => !unknown.includes(column)),
    ),
  ];
  return {
    kind: 'table',
    columns: [
      left(columns.item),
      ...targets.map(({ name }) => right(name)),
      ...(isCompared ? [left(columns.difference)] : []),
    ],
    rows: [...known, trust],
    notes,
  };
}

/** The share of the physical limit that one user reaches. */
const limitRow = (context: ReportContext): SingleUserRow => ({
  title: context.catalogue.scaling.limit.shareRow,
  comparison: { kind: 'none' },
  cellOf: ({ name }, { stages }) =>
    limitShareCell(context, { target: name, suite: stages[0]?.suite ?? 'single-user', users: 1 }),
});

function tableRow(context: ReportContext, level: Level, row: SingleUserRow, pairs: readonly Pair[]): Cell[] {
  const outcomes = rowOutcomes(context, level, row, pairs);
  const winners = [
    ...new Set(outcomes.flatMap(({ outcome }) => (outcome.kind === 'won' ? [outcome.winner] : []))),
  ];
  const cells = pairs.map((pair): Cell => {
    const found = row.cellOf(pair.target, pair.level);
    const isBest = winners.length === 1 && winners[0] === pair.target.name;
    return isBest ? { ...found, tone: 'best' } : found;
  });
  const text = outcomes.length === 0 ? '' : outcomeText(outcomes, context.catalogue);
  const difference = cell(text, winners.length > 0 ? 'plain' : 'muted');
  return [cell(row.title), ...cells, ...(pairs.length > 1 ? [difference] : [])];
}

function rowOutcomes(
  context: ReportContext,
  level: Level,
  { comparison }: SingleUserRow,
  pairs: readonly Pair[],
): { readonly candidate: string; readonly outcome: Outcome }[] {
  switch (comparison.kind) {
    case 'metric': {
      const found = candidateOutcomes(context.result, level, comparison.metric);
      return found.length > 0 ? found : [{ candidate: '', outcome: { kind: 'not-compared' } }];
    }
    case 'single-value':
      return oneValueOutcomes(
        pairs.map(({ target }) => target),
        comparison.pick,
      ).map((outcome) => ({ candidate: '', outcome }));
    case 'none':
      return [];
  }
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
