import type { Result } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ReportDocument } from '../model/document.ts';
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

/** The whole report in one language, from nothing but the result. */
export function buildDocument(result: Result, catalogue: Catalogue): ReportDocument {
  const context: ReportContext = reportContext(result, catalogue);
  const { headings, formats, facts } = catalogue;
  const instant = formats.instant(result.createdAt);
  const when = result.source.kind === 'imported' ? facts.importedOn(instant) : instant;
  const names = result.targets.map((target) => target.name);
  const models = [...new Set(result.targets.flatMap((target) => target.model ?? []))];
  return {
    language: catalogue.language,
    title: headings.title(result.name),
    // Without a target, or without a model that is known, nothing serves anything.
    subtitle: models.length === 0 ? [...names, when].join(' · ') : headings.subtitle(names, models, when),
    colophon: headings.colophon(result.tool.version, result.id),
    blocks: chapters.flatMap((chapter) => chapterBlocks(chapter, context)),
  };
}
