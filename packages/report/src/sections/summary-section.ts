import { findCautions } from '../findings/find-cautions.ts';
import { findFindings } from '../findings/find-findings.ts';
import { type Section, sectionHeading } from './section.ts';

/** The part that must be right alone: what was found, and what not to conclude from it. */
export const summarySection: Section = (context) => [
  sectionHeading(context, 2, 'summary', context.catalogue.headings.summary),
  { kind: 'list', emphasis: 'findings', items: findFindings(context) },
  sectionHeading(context, 3, 'cautions', context.catalogue.headings.notToConclude),
  { kind: 'list', emphasis: 'cautions', items: findCautions(context) },
];
