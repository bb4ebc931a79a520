import { type Block, type Cell, cell, left, paragraph, right } from '../model/document.ts';
import type { RepeatedFigure } from '../model/level.ts';
import { type Level, repeatedFigure, type TargetLevel } from '../model/level.ts';
import type { ReportContext } from '../model/report-context.ts';
import { answersOf, charactersPerSecond, tokensPerCharacter } from './languages-values.ts';
import { percentileCell, rateCell, toneOf } from './level-cells.ts';
import { sectionHeading } from './section.ts';
import { withoutUnknownColumns } from './unknown-notes.ts';

/** What a reader gets of each language: characters for tokens, first text for the first token. */
export function languagesText(context: ReportContext): readonly Block[] {
  const { catalogue, languages } = context;
  const words = catalogue.languages;
  const rows = languages.flatMap((level) => level.targets.map((target) => textRow(context, level, target)));
  const table = withoutUnknownColumns(context, {
    kind: 'table',
    caption: words.textHeading,
    columns: [
      left(catalogue.columns.language),
      left(catalogue.columns.target),
      right(words.answers),
      right('tok/s'),
      right(words.charactersPerSecond),
      right(words.tokensPerCharacter),
      right(words.firstToken),
      right(words.firstText),
    ],
    rows,
    notes: [],
  });
  // The speed alone stands in the table above.
  if (table.columns.length <= 3) return [];
  return [sectionHeading(context, 3, 'languages-text', words.textHeading), paragraph(words.textIntro), table];
}

function textRow({ catalogue }: ReportContext, level: Level, target: TargetLevel): readonly Cell[] {
  const { formats, words } = catalogue;
  const tone = toneOf(target);
  const answers = answersOf(target);
  const tokens = tokensPerCharacter(target);
  const characters = charactersPerSecond(target);
  return [
    cell(words.promptLanguage(level.language)),
    cell(target.target),
    answers === null ? cell(words.unknown, 'muted') : cell(formats.count(answers), tone),
    rateCell(
      catalogue,
      repeatedFigure(target, (stage) => stage.metrics.requestSpeed),
      tone,
    ),
    rateCell(catalogue, single(characters), tone),
    rateCell(catalogue, single(tokens), tone),
    percentileCell(catalogue, target, 'ttft', 'p50'),
    percentileCell(catalogue, target, 'timeToFirstText', 'p50'),
  ];
}

const single = (value: number | null): RepeatedFigure | null =>
  value === null ? null : { mean: value, low: value, high: value };
