import { type Block, left, paragraph } from '../model/document.ts';
import { loadNumber } from '../model/load-level.ts';
import { levelName } from '../model/report-context.ts';
import { differenceTable } from './difference-table.ts';
import { type Section, sectionHeading } from './section.ts';

/** The speed with prompts of each language, and one answer of each target to read. */
export const languagesSection: Section = (context) => {
  const { catalogue, languages } = context;
  if (languages.length === 0) return [];
  const hasOneLoad = new Set(languages.map((level) => loadNumber(level.load))).size === 1;
  const excerpts = languages.flatMap((level) =>
    level.targets.flatMap(({ target, stages }): Block[] => {
      const excerpt = stages.flatMap((stage) => stage.excerpts)[0];
      if (excerpt === undefined) return [];
      const title = catalogue.levels.excerptTitle(catalogue.words.promptLanguage(level.language), target);
      return [
        { kind: 'excerpt', title, prompt: excerpt.prompt, text: excerpt.text, language: level.language },
      ];
    }),
  );
  return [
    sectionHeading(context, 2, 'languages', catalogue.headings.languages),
    paragraph(catalogue.levels.languagesIntro),
    differenceTable(context, {
      levels: languages,
      rowTitle: left(catalogue.columns.language),
      rowText: (level) =>
        hasOneLoad ? catalogue.words.promptLanguage(level.language) : levelName(catalogue, level),
      metric: 'requestSpeed',
      pick: (stage) => stage.metrics.requestSpeed,
    }),
    ...excerpts,
  ];
};
