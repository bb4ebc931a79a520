import { paragraph } from '../model/document.ts';
import { capacitySection } from './capacity-section.ts';
import { concurrencySection, rateSection } from './load-sections.ts';
import { gpuSection } from './performance-gpu.ts';
import { type Section, sectionHeading } from './section.ts';
import { singleUserSection } from './single-user-section.ts';

/** One user, users at the same time, requests at a rate, and what a search for the capacity found. */
export const performanceSection: Section = (context) => {
  const blocks = [singleUserSection, concurrencySection, rateSection, capacitySection, gpuSection].flatMap(
    (section) => section(context),
  );
  return [
    sectionHeading(context, 2, 'performance', context.catalogue.headings.performance),
    ...(blocks.length > 0 ? blocks : [paragraph(context.catalogue.absent.performance, 'muted')]),
  ];
};
