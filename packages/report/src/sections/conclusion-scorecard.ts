import { type Result, type Score, scoreCategories, scorecardOf, scoreRules } from '@kneepoint/core';
import { type Block, type Cell, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { scoreValueText } from './conclusion-rules.ts';

/** The scorecard that a result holds; of one that nobody analysed it is derived here. */
export const scorecardIn = ({ analysis, ...result }: Result): readonly Score[] =>
  analysis.scorecard.length > 0 ? analysis.scorecard : scorecardOf({ ...result, analysis });

/** A row for each category with the stars of each target and the numbers behind them. */
export function scorecardBlocks(context: ReportContext): Block[] {
  const { scores: words } = context.catalogue;
  const scores = scorecardIn(context.result);
  const targets = context.result.targets.map(({ name }) => name);
  return [
    {
      kind: 'table',
      caption: words.scorecardHeading,
      columns: [left(words.categoryColumn), ...targets.map(left)],
      rows: scoreCategories.map((category) => [
        cell(words.category[category]),
        ...targets.map((target) => {
          const score = scores.find((one) => one.category === category && one.target === target);
          return score === undefined ? cell(words.noStars, 'muted') : scoreCell(context, score);
        }),
      ]),
      notes: [],
    },
  ];
}

function scoreCell({ catalogue }: ReportContext, score: Score): Cell {
  const { scores: words, recommendations } = catalogue;
  const { stars, parts, missing, doubts, reason } = score;
  if (stars === null) return cell(words.noStars, 'muted', reason === null ? null : words.reason[reason]);
  const numbers = parts.flatMap(({ name, value }) => {
    const rule = scoreRules.find((one) => one.name === name);
    return rule === undefined ? [] : [words.part[name](scoreValueText(catalogue, rule, value))];
  });
  const without = missing.length === 0 ? [] : [words.missing(missing.map((name) => words.partName[name]))];
  const reserve =
    doubts.length === 0 ? [] : [recommendations.doubts(doubts.map((doubt) => recommendations.doubt[doubt]))];
  return cell(
    '★'.repeat(stars) + '☆'.repeat(5 - stars),
    'plain',
    [...numbers, ...without, ...reserve].join('; '),
  );
}
