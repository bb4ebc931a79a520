import { assertNever, type Recommendation, recommendationsOf, tipsOf } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { cellText } from './recommendations-cell.ts';
import { generalDoubts, ownDoubts } from './recommendations-doubts.ts';
import { tipText } from './recommendations-tips.ts';
import { type Section, sectionHeading } from './section.ts';

/** Which target suits which use, with the cells that decide it, and what could be tuned. */
export const recommendationsSection: Section = (context) => {
  const { recommendations: words, scores } = context.catalogue;
  const all = recommendationsIn(context);
  const tips = tipsOf(context.result).flatMap((tip) => tipText(context, tip) ?? []);
  return [
    sectionHeading(context, 2, 'recommendations', words.heading),
    ...(context.result.targets.length < 2
      ? [paragraph(scores.oneTarget)]
      : [paragraph(words.intro), table(context, all)]),
    sectionHeading(context, 3, 'tuning', words.tipsHeading),
    ...(tips.length === 0
      ? [paragraph(words.noTips, 'muted')]
      : [
          paragraph(words.tipsIntro),
          { kind: 'list', emphasis: 'plain', items: tips.map((text) => cell(text)) } as const,
        ]),
  ];
};

/** The recommendations that a result holds; of one that nobody analysed they are derived here. */
export const recommendationsIn = ({ result }: ReportContext): readonly Recommendation[] =>
  result.analysis.recommendations.length > 0 ? result.analysis.recommendations : recommendationsOf(result);

function table(context: ReportContext, all: readonly Recommendation[]): Block {
  const { recommendations: words } = context.catalogue;
  return {
    kind: 'table',
    caption: words.heading,
    columns: [left(words.useCaseColumn), left(words.choiceColumn), left(words.cellsColumn)],
    rows: all.map((recommendation) => [
      cell(words.useCase[recommendation.useCase]),
      choiceCell(context, recommendation),
      cell(
        context.catalogue.words.join(
          recommendation.cells
            .filter(({ verdict }) => verdict !== 'not-measured')
            .map((one) => cellText(context, one)),
        ) || words.notMeasured,
      ),
    ]),
    notes: generalDoubts(context.catalogue, all),
  };
}

function choiceCell({ catalogue }: ReportContext, recommendation: Recommendation): Cell {
  const { recommendations: words } = catalogue;
  const { choice } = recommendation;
  const text = outcomeText(catalogue, recommendation);
  if (choice === null) {
    const { reason } = recommendation;
    return cell(text, 'muted', reason === null ? null : words.reason[reason]);
  }
  const [note = null] = ownDoubts(catalogue, recommendation);
  return cell(text, 'best', note);
}

/** The choice, or in words why there is none. */
export function outcomeText(
  { recommendations: words }: ReportContext['catalogue'],
  { outcome, choice }: Recommendation,
): string {
  switch (outcome) {
    case 'choice':
      return choice ?? words.undecided;
    case 'no-measured-difference':
      return words.noMeasuredDifference;
    case 'contradictory':
      return words.contradictory;
    case 'undecided':
      return words.undecided;
    case 'not-measured':
      return words.notMeasured;
    default:
      return assertNever(outcome);
  }
}
