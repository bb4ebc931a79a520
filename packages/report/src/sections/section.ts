import { type Block, heading } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A section of the report: its blocks, or none when the result has nothing for it. */
export type Section = (context: ReportContext) => Block[];

/** A heading whose id is unique on a page with several languages. */
export function sectionHeading(context: ReportContext, level: 2 | 3, id: string, text: string): Block {
  return heading(level, `${context.idPrefix}-${id}`, text);
}
