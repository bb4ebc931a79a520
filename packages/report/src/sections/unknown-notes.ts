import type { Block } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';

/** A figure that a table shows as unknown, and why. */
export type UnknownFigure = { readonly column: string; readonly target: string; readonly reason: string };

/** One note for each reason, naming every column and target that it explains. */
export function unknownNotes({ catalogue }: ReportContext, unknown: readonly UnknownFigure[]): string[] {
  return [...new Set(unknown.map(({ reason }) => reason))].map((reason) => {
    const own = unknown.filter((figure) => figure.reason === reason);
    const columns = [...new Set(own.map(({ column }) => column))];
    const targets = [...new Set(own.map(({ target }) => target))];
    return catalogue.levels.unknownNote(columns, targets, catalogue.reason(reason));
  });
}

type Table = Extract<Block, { kind: 'table' }>;

/** The table without the columns that are unknown in every row; a note names them once. */
export function withoutUnknownColumns(
  { catalogue }: ReportContext,
  table: Table,
  reasons: readonly string[] = [],
): Table {
  const { unknown } = catalogue.words;
  const isUnknown = table.columns.map(
    (_, index) => table.rows.length > 0 && table.rows.every((row) => row[index]?.text === unknown),
  );
  if (!isUnknown.includes(true)) return table;
  const keep = <Item>(items: readonly Item[]): Item[] =>
    items.filter((_, index) => isUnknown[index] === false);
  const names = table.columns.filter((_, index) => isUnknown[index]).map(({ title }) => title);
  return {
    ...table,
    columns: keep(table.columns),
    rows: table.rows.map(keep),
    notes: [catalogue.performance.nowhereKnown(names, reasons.map(catalogue.reason)), ...table.notes],
  };
}
