import { memoryPhaseNames, type Target } from '@kneepoint/core';
import { type Block, type Cell, cell, details, left, paragraph, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type MemoryValue, memoryKind, memoryValue } from './memory-values.ts';

/** A row a phase, a column a target, and who needs less; nothing where no target's memory is known. */
export function memoryPhasesTable(context: ReportContext): Block[] {
  const { result, catalogue } = context;
  const { memory } = catalogue;
  const kind = memoryKind(context);
  const rows = memoryPhaseNames
    .map((phase) => ({ phase, values: result.targets.map((target) => memoryValue(target, kind, phase)) }))
    .filter(({ values }) => values.some(({ bytes }) => bytes !== null))
    .map(({ phase, values }) => phaseRow(context, memory.phases[phase], values));
  if (rows.length === 0) return [];
  const isCompared = result.targets.length > 1;
  return [
    paragraph(memory.intro[kind]),
    {
      kind: 'table',
      caption: memory.heading,
      columns: [
        left(memory.phase),
        ...result.targets.map(({ name }) => right(name)),
        ...(isCompared ? [left(memory.difference)] : []),
      ],
      rows,
      notes: kind === 'figures' ? [] : [memory.note],
    },
  ];
}

function phaseRow(context: ReportContext, title: string, values: readonly MemoryValue[]): Cell[] {
  const { catalogue, result } = context;
  const { formats, words, memory } = catalogue;
  const known = values.flatMap(({ bytes }, index) => {
    const target = result.targets[index];
    return bytes === null || target === undefined ? [] : [{ target, bytes }];
  });
  const text = (bytes: number): string => formats.bytes(bytes);
  const cells = values.map(({ bytes, most }) => {
    if (bytes === null) return cell(words.unknown, 'muted');
    const isNoted = most !== null && text(most) !== text(bytes);
    return cell(text(bytes), 'plain', isNoted ? memory.mostNote(text(most)) : null);
  });
  return [cell(title), ...cells, ...(values.length > 1 ? [differenceCell(context, known)] : [])];
}

/** One value each: there is no interval, so nobody wins, but the difference can be told where it can be seen. */
function differenceCell(
  { catalogue }: ReportContext,
  known: readonly { readonly target: Target; readonly bytes: number }[],
): Cell {
  const { memory, formats } = catalogue;
  const sorted = known.toSorted((one, other) => one.bytes - other.bytes);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined || least === most) return cell('');
  if (formats.bytes(least.bytes) === formats.bytes(most.bytes)) return cell(memory.same, 'muted');
  return cell(memory.less(least.target.name, most.bytes - least.bytes, most.target.name));
}

/** Every figure that was sampled, folded away; nothing where nobody watched. */
export function allMemoryFigures({ result, catalogue }: ReportContext): Block[] {
  const { memory, columns, formats, words } = catalogue;
  const rows = result.targets.flatMap(({ name, memoryPhases }) =>
    memoryPhases.map((phase): Cell[] => {
      const bytes = (value: number | null): Cell =>
        value === null ? cell(words.unknown, 'muted') : cell(formats.bytes(value));
      return [
        cell(name),
        cell(memory.phases[phase.phase]),
        cell(memory.ownerName(phase.owner)),
        bytes(phase.median),
        bytes(phase.max),
        cell(formats.count(phase.samples)),
      ];
    }),
  );
  if (rows.length === 0) return [];
  const table: Block = {
    kind: 'table',
    caption: memory.allFigures,
    columns: [
      left(columns.target),
      left(memory.phase),
      left(memory.owner),
      right(memory.median),
      right(memory.most),
      right(memory.samples),
    ],
    rows,
    notes: [],
  };
  return [details(memory.allFigures, [table])];
}
