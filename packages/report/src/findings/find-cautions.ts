import { type Cell, cell } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { findingsIn } from './finding-parts.ts';
import { cautionTone, writeCaution } from './write-caution.ts';

/** What a reader must not conclude from a result, what weighs most first. */
export function findCautions(context: ReportContext): Cell[] {
  const found = findingsIn(context.result)
    .filter(({ part }) => part === 'caution')
    .flatMap((finding) => {
      const text = writeCaution(finding, context);
      return text === null ? [] : [cell(text, cautionTone(finding))];
    });
  return found.length > 0 ? found : [cell(context.catalogue.cautions.none, 'muted')];
}
