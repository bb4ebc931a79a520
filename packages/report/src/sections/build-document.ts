import type { Result } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Block, ReportDocument } from '../model/document.ts';
import { type ReportContext, reportContext } from '../model/report-context.ts';
import { appendixSection } from './appendix-section.ts';
import { type Chapter, chapterBlocks } from './chapters.ts';
import { compatibilitySection } from './compatibility-section.ts';
import { conclusionSection } from './conclusion-section.ts';
import { deploymentSection } from './deployment-section.ts';
import { environmentSection } from './environment-section.ts';
import { languagesSection } from './languages-section.ts';
import { memorySection } from './memory-section.ts';
import { methodSection } from './method-section.ts';
import { performanceSection } from './performance-section.ts';
import { recommendationsSection } from './recommendations-section.ts';
import { reportHead } from './result-overview.ts';
import { scalingSection } from './scaling-section.ts';
import { summarySection } from './summary-section.ts';
import { troubleshootingSection } from './troubleshooting-section.ts';

/** The report's chapters in their order; a number is a chapter's name, whatever else this result has. */
const chapters: readonly Chapter[] = [
  { number: null, section: summarySection },
  { number: 1, section: environmentSection },
  { number: 2, section: deploymentSection },
  { number: 3, section: performanceSection },
  {
    number: 4,
    section: memorySection,
    absent: { id: 'memory', heading: ({ catalogue }) => catalogue.memory.heading },
  },
  {
    number: 5,
    section: languagesSection,
    absent: { id: 'languages', heading: ({ catalogue }) => catalogue.headings.languages },
  },
  {
    number: 6,
    section: scalingSection,
    absent: { id: 'scaling', heading: ({ catalogue }) => catalogue.headings.scaling },
  },
  { number: 7, section: compatibilitySection },
  { number: 8, section: recommendationsSection },
  { number: 9, section: troubleshootingSection },
  { number: 10, section: conclusionSection },
  { number: null, section: methodSection },
  { number: null, section: appendixSection },
];

/** A chapter of a report: the name of its heading, and its blocks with it. */
export type ReportChapter = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** The chapters that a result has something for, one after the other as they are asked for. */
export function* buildChapters(result: Result, catalogue: Catalogue): Generator<ReportChapter> {
  const context: ReportContext = reportContext(result, catalogue);
  for (const chapter of chapters) {
    const blocks = chapterBlocks(chapter, context);
    const [first] = blocks;
    if (first === undefined) continue;
    // Every section begins with its heading.
    yield first.kind === 'heading'
      ? { id: first.id, title: first.text, blocks }
      : { id: String(chapter.number), title: String(chapter.number), blocks };
  }
}

/** The whole report in one language, from nothing but the result. */
export function buildDocument(result: Result, catalogue: Catalogue): ReportDocument {
  return {
    language: catalogue.language,
    ...reportHead(reportContext(result, catalogue)),
    colophon: catalogue.headings.colophon(result.tool.version, result.id),
    blocks: [...buildChapters(result, catalogue)].flatMap(({ blocks }) => blocks),
  };
}
