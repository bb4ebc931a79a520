import { type Block, cell, details, left, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { qualitiesOf } from './languages-values.ts';
import { sectionHeading } from './section.ts';
import { withoutUnknownColumns } from './unknown-notes.ts';

/** What models or persons rated, with the rubric that each was given; nothing where nobody rated. */
export function languagesRatings(context: ReportContext): readonly Block[] {
  const { catalogue, languages } = context;
  const words = catalogue.languages;
  const rated = languages.flatMap((level) =>
    level.targets.flatMap((target) =>
      qualitiesOf(target)
        .flatMap(({ ratings }) => ratings)
        .map((rating) => ({ language: level.language, target: target.target, rating })),
    ),
  );
  if (rated.length === 0) return [];
  const hasScores = rated.some(({ rating }) => rating.score !== null);
  // A rubric that nobody wrote down is none.
  const stated = rated.filter(({ rating }) => rating.rubric !== 'not stated');
  const rubrics = new Map(stated.map(({ rating }) => [`${rating.name}\n${rating.rubric}`, rating]));
  return [
    sectionHeading(context, 3, 'languages-ratings', words.ratingsHeading),
    ...(hasScores ? [paragraph(words.ratingsIntro)] : []),
    withoutUnknownColumns(context, {
      kind: 'table',
      caption: words.ratingsHeading,
      columns: [
        left(catalogue.columns.language),
        left(catalogue.columns.target),
        left(words.ratedBy),
        left(words.score),
        left(words.remark),
      ],
      rows: rated.map(({ language, target, rating }) => [
        cell(catalogue.words.promptLanguage(language)),
        cell(target),
        cell(words.rater(rating.by, catalogue.reason(rating.name))),
        rating.score === null ? cell(catalogue.words.unknown, 'muted') : cell(words.scoreText(rating.score)),
        cell(rating.remark),
      ]),
      notes: [],
    }),
    ...[...rubrics.values()].map(({ name, rubric }) =>
      details(words.rubric(catalogue.reason(name)), [paragraph(rubric)]),
    ),
  ];
}
