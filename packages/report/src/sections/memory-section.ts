import { type Cell, cell, left, right } from '../model/document.ts';
import { type Section, sectionHeading } from './section.ts';

/** The memory of each target in the phases of its life; nothing where nobody watched. */
export const memorySection: Section = (context) => {
  const { memory: host, columns, formats, words } = context.catalogue;
  const rows = context.result.targets.flatMap(({ name, memoryPhases }) =>
    memoryPhases.map((phase): Cell[] => {
      const bytes = (value: number | null): Cell =>
        value === null ? cell(words.unknown, 'muted', phase.reason) : cell(formats.bytes(value));
      return [
        cell(name),
        cell(host.phases[phase.phase]),
        cell(host.ownerName(phase.owner)),
        bytes(phase.median),
        bytes(phase.max),
        cell(formats.count(phase.samples)),
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    sectionHeading(context, 3, 'memory', host.heading),
    {
      kind: 'table',
      columns: [
        left(columns.target),
        left(host.phase),
        left(host.owner),
        right(host.median),
        right(host.most),
        right(host.samples),
      ],
      rows,
      notes: [host.note],
    },
  ];
};
