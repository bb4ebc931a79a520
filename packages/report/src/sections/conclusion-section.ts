import { type Block, type Cell, cell, details, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { scoreRulesTable } from './conclusion-rules.ts';
import { scorecardBlocks } from './conclusion-scorecard.ts';
import { unmeasuredItems } from './conclusion-unmeasured.ts';
import { outcomeText, recommendationsIn } from './recommendations-section.ts';
import { type Section, sectionHeading } from './section.ts';

/** Who each target suits, the stars with the numbers and the rules behind them, and what was not measured. */
export const conclusionSection: Section = (context) => {
  const { scores } = context.catalogue;
  const missing = unmeasuredItems(context);
  return [
    sectionHeading(context, 2, 'conclusion', scores.heading),
    sectionHeading(context, 3, 'suits', scores.suitsHeading),
    ...suits(context),
    ...(context.result.targets.length === 0
      ? []
      : [
          sectionHeading(context, 3, 'scorecard', scores.scorecardHeading),
          paragraph(scores.scorecardIntro),
          ...scorecardBlocks(context),
          details(scores.rulesSummary, [scoreRulesTable(context)]),
        ]),
    sectionHeading(context, 3, 'unmeasured', scores.unmeasuredHeading),
    missing.length === 0
      ? paragraph(scores.unmeasuredNone, 'muted')
      : { kind: 'list', emphasis: 'plain', items: missing },
  ];
};

/** A sentence for each target, then the uses that stay open, by why they do. */
function suits(context: ReportContext): Block[] {
  const { catalogue, result } = context;
  const { scores, recommendations: words } = catalogue;
  if (result.targets.length < 2) return [paragraph(scores.oneTarget)];
  const all = recommendationsIn(context);
  const chosen = result.targets.map(({ name }): Cell => {
    const uses = all.filter(({ choice }) => choice === name).map(({ useCase }) => words.useCase[useCase]);
    return uses.length === 0 ? cell(scores.suitsNothing(name), 'muted') : cell(scores.suits(name, uses));
  });
  const open = Map.groupBy(
    all.filter(({ choice }) => choice === null),
    (one) => outcomeText(catalogue, one),
  );
  const left = [...open].map(([outcome, uses]) =>
    cell(
      scores.open(
        uses.map(({ useCase }) => words.useCase[useCase]),
        outcome,
      ),
      'muted',
    ),
  );
  return [{ kind: 'list', emphasis: 'plain', items: [...chosen, ...left] }];
}
