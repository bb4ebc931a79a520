import type { Block } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A chart with its numbers, or nothing where the result has no data for it. */
export function distributionChart(_context: ReportContext): Block[] {
  return [];
}
