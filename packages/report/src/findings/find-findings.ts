import type { Finding } from '@kneepoint/core';
import { type Cell, cell, type Tone } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { findingsIn, nameOf } from './finding-parts.ts';
import { writeStatement } from './write-statement.ts';

/** A reader with one minute reads no more than this. */
const mostFindings = 5;

/** The findings of a result, the most important first, each with the numbers and the trust that it stands on. */
export function findFindings(context: ReportContext): Cell[] {
  const found = findingsIn(context.result)
    .filter(({ part }) => part === 'statement')
    .flatMap((finding) => {
      const text = writeStatement(finding, context);
      return text === null ? [] : [cell(text, toneOf(finding), standsOn(finding, context))];
    })
    .slice(0, mostFindings);
  return found.length > 0 ? found : [cell(context.catalogue.findings.nothing(0, 0, ''), 'muted')];
}

function toneOf({ severity, trust }: Finding): Tone {
  if (trust === 'invalid' || trust === 'suspect') return trust;
  return severity === 'error' ? 'invalid' : severity === 'warning' ? 'suspect' : 'plain';
}

/** How many repeats of which trust a sentence stands on; of figures that were not measured, what they are instead. */
function standsOn(finding: Finding, { catalogue }: ReportContext): string | null {
  const { repeats, trust, standing } = finding;
  if (repeats !== null && trust !== null)
    return catalogue.findings.repeats(repeats, trust, standing?.over ?? null);
  const written: Readonly<Record<string, string>> = catalogue.words.figureKind;
  const kinds = nameOf(finding, 'kinds')
    .split(' ')
    .flatMap((kind) => written[kind] ?? []);
  return kinds.length === 0 ? null : kinds.join(', ');
}
