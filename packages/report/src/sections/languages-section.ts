import { languagesChart } from '../chart/languages-chart.ts';
import { type Block, left, paragraph } from '../model/document.ts';
import { loadNumber } from '../model/load-level.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { differenceTable } from './difference-table.ts';
import { languagesQuality } from './languages-quality.ts';
import { languagesRatings } from './languages-ratings.ts';
import { languagesText } from './languages-text.ts';
import { type Section, sectionHeading } from './section.ts';

/** The speed with prompts of each language, what a reader gets of it, how good the answers are, and some of them to read. */
export const languagesSection: Section = (context) => {
  const { catalogue, languages, result } = context;
  if (languages.length === 0) return [];
  const text = languagesText(context);
  return [
    sectionHeading(context, 2, 'languages', catalogue.headings.languages),
    paragraph(catalogue.levels.languagesIntro),
    ...languagesChart(context),
    // Of one target the speeds stand in the table of its texts, where there is one.
    ...(result.targets.length > 1 || text.length === 0 ? [speeds(context)] : []),
    ...text,
    ...languagesQuality(context),
    ...languagesRatings(context),
    ...excerpts(context),
  ];
};

/** The speed of each target in each language, and who is ahead. */
function speeds(context: ReportContext): Block {
  const { catalogue, languages } = context;
  const hasOneLoad = new Set(languages.map((level) => loadNumber(level.load))).size === 1;
  return differenceTable(context, {
    levels: languages,
    rowTitle: left(catalogue.columns.language),
    rowText: (level) =>
      hasOneLoad ? catalogue.words.promptLanguage(level.language) : levelName(catalogue, level),
    metric: 'requestSpeed',
    pick: (stage) => stage.metrics.requestSpeed,
  });
}

/** One answer of each target in each language. */
function excerpts(context: ReportContext): readonly Block[] {
  const { catalogue, languages } = context;
  const shown = languages.flatMap((level) =>
    level.targets.flatMap(({ target, stages }): Block[] => {
      const [excerpt] = stages.flatMap((stage) => stage.excerpts);
      if (excerpt === undefined) return [];
      const title = catalogue.levels.excerptTitle(catalogue.words.promptLanguage(level.language), target);
      return [
        {
          kind: 'excerpt',
          title,
          prompt: withoutSalt(excerpt.prompt),
          text: excerpt.text,
          language: level.language,
        },
      ];
    }),
  );
  if (shown.length === 0) return [];
  return [sectionHeading(context, 3, 'languages-excerpts', catalogue.languages.excerptsHeading), ...shown];
}

/** The prompt as its author wrote it: the salt before it is different in every request, and concerns no reader. */
const withoutSalt = (prompt: string): string => prompt.replace(/^\[id [0-9a-f]+\]\s*/, '');
