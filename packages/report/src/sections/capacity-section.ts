import { type Capacity, thresholdValueText } from '@kneepoint/core';
import { type Cell, cell, left, paragraph, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type Section, sectionHeading } from './section.ts';

/** What a search for the capacity found, and the curve that it saw; nothing for a run that was none. */
export const capacitySection: Section = (context) => {
  const { capacity } = context.result.analysis;
  if (capacity === null) return [];
  const words = context.catalogue.capacity;
  return [
    sectionHeading(context, 3, 'capacity', words.heading),
    paragraph(answer(capacity, context)),
    {
      kind: 'table',
      columns: [right(words.level), right(words.stages), right(words.kept), ...capacity.slo.map(left)],
      rows: capacity.curve.map((point) => curveRow(point, context)),
      notes: [],
    },
  ];
};

function answer(capacity: Capacity, { catalogue }: ReportContext): string {
  const words = catalogue.capacity;
  const { highestKept, lowestBroken, censored, confidence, slo, vary } = capacity;
  const level = (value: number): string => (vary === 'users' ? words.users(value) : words.rate(value));
  if (highestKept === null)
    return lowestBroken === null ? words.unknown : words.none(level(lowestBroken), slo);
  return censored === 'above-range'
    ? words.atLeast(level(highestKept), slo)
    : words.found(level(highestKept), slo, confidence);
}

function curveRow(point: Capacity['curve'][number], { catalogue }: ReportContext): Cell[] {
  const { formats, words } = catalogue;
  return [
    cell(formats.requests(point.level)),
    cell(formats.count(point.repeats)),
    cell(formats.count(point.kept)),
    ...point.figures.map(({ value, limit, kept, reason }) =>
      value === null
        ? cell(words.unknown, 'muted', reason)
        : cell(thresholdValueText(value, limit), kept === false ? 'invalid' : 'plain'),
    ),
  ];
}
