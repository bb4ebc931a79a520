import type { Result } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Block, ReportDocument } from '../model/document.ts';
import { type ReportContext, reportContext } from '../model/report-context.ts';
import { capacitySection } from './capacity-section.ts';
import { environmentSection } from './environment-section.ts';
import { failuresSection } from './failures-section.ts';
import { languagesSection } from './languages-section.ts';
import { concurrencySection, rateSection } from './load-sections.ts';
import { memorySection } from './memory-section.ts';
import { methodSection } from './method-section.ts';
import { scalingSection } from './scaling-section.ts';
import { type Section, sectionHeading } from './section.ts';
import { singleUserSection } from './single-user-section.ts';
import { startSection } from './start-section.ts';
import { summarySection } from './summary-section.ts';

/** The performance chapter: a heading and the suites that were run. */
const performanceSection: Section = (context) => {
  const blocks = [singleUserSection, concurrencySection, rateSection].flatMap((section) => section(context));
  const heading = sectionHeading(context, 2, 'performance', context.catalogue.headings.performance);
  return blocks.length === 0 ? [] : [heading, ...blocks];
};

/** The report's sections in their order. */
const sections: readonly Section[] = [
  summarySection,
  environmentSection,
  startSection,
  memorySection,
  failuresSection,
  capacitySection,
  performanceSection,
  languagesSection,
  scalingSection,
  methodSection,
];

/** The whole report in one language, from nothing but the result. */
export function buildDocument(result: Result, catalogue: Catalogue): ReportDocument {
  const context: ReportContext = reportContext(result, catalogue);
  const { headings, formats } = catalogue;
  const models = [...new Set(result.targets.flatMap((target) => target.model ?? []))];
  return {
    language: catalogue.language,
    title: headings.title(result.name),
    subtitle: headings.subtitle(
      result.targets.map((target) => target.name),
      models,
      formats.instant(result.createdAt),
    ),
    colophon: headings.colophon(result.tool.version, result.id),
    blocks: sections.flatMap((section): Block[] => section(context)),
  };
}
