import { type ScoreRule, scoreRules } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Block, cell, left } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** The rules behind the stars, from the very table that gives them: formula, and the limit of each number of stars. */
export function scoreRulesTable({ catalogue }: ReportContext): Block {
  const { scores: words } = catalogue;
  return {
    kind: 'table',
    caption: words.rulesSummary,
    columns: [
      left(words.categoryColumn),
      left(words.partColumn),
      left(words.formulaColumn),
      ...[5, 4, 3, 2, 1].map((stars) => left(words.stars(stars))),
    ],
    rows: scoreRules.map((rule) => [
      cell(words.category[rule.category]),
      cell(words.partName[rule.name]),
      cell(words.formula[rule.name]),
      ...rule.limits.map((limit, index) =>
        // Where a limit is that of more stars, nothing is left for fewer.
        cell(index > 0 && rule.limits[index - 1] === limit ? '–' : boundText(catalogue, rule, limit)),
      ),
      cell(words.everythingElse),
    ]),
    notes: [words.rulesIntro],
  };
}

function boundText(catalogue: Catalogue, rule: ScoreRule, limit: number): string {
  const text = scoreValueText(catalogue, rule, limit);
  if (rule.bound === 'at-least') return catalogue.scores.atLeast(text);
  return limit === 0 ? text : catalogue.scores.atMost(text);
}

/** A part's value in the unit of its rule. */
export function scoreValueText({ formats }: Catalogue, { unit }: ScoreRule, value: number): string {
  switch (unit) {
    case 'share':
      return formats.share(value);
    case 'count':
      return formats.count(value);
    case 'ratio':
      return formats.requests(value);
  }
}
