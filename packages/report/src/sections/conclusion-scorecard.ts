import { type Result, type Score, scoreCategories, scorecardOf, scoreRules } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { leadParts } from '../catalogue/score-words.ts';
import { type Block, type Cell, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { scoreValueText } from './conclusion-rules.ts';
import { generalDoubts, ownDoubts } from './recommendations-doubts.ts';

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
      notes: generalDoubts(context.catalogue, scores),
    },
  ];
}

function scoreCell({ catalogue }: ReportContext, score: Score): Cell {
  const { scores: words } = catalogue;
  const { stars, parts, missing, reason } = score;
  if (stars === null) return cell(words.noStars, 'muted', reason === null ? null : words.reason[reason]);
  const notes = [
    ...parts.map((part) => partText(catalogue, part)),
    ...(missing.length === 0 ? [] : [words.missing(missing.map((name) => words.partName[name]))]),
    ...ownDoubts(catalogue, score),
  ];
  return cell(
    '★'.repeat(stars) + '☆'.repeat(5 - stars),
    'plain',
    notes.join(catalogue.recommendations.separator),
  );
}

function partText(catalogue: Catalogue, { name, value }: Score['parts'][number]): string {
  const { scores: words } = catalogue;
  const lead = leadParts.find((part) => part === name);
  if (lead !== undefined && value >= 1) return words.leads[lead];
  const rule = scoreRules.find((one) => one.name === name);
  return words.part[name](rule === undefined ? `${value}` : scoreValueText(catalogue, rule, value));
}
