import { fitLine } from './fit-line.ts';
import { inverseLine, type Line, lineWidth, span, type Tone } from './line.ts';
import type { Marks } from './marks.ts';

/** A column of a table on a screen. */
export type TableColumn = {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Of the title; muted without it. */
  readonly tone?: Tone;
  /** Columns of the terminal that it needs at least; without it, its natural width. One that may shrink is cut with an ellipsis. */
  readonly least?: number;
  /** It is left out before columns with a smaller number where the width does not suffice; 0 stays. */
  readonly weight?: number;
};

/** A table and the room for it. */
export type TableOptions = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Line[])[];
  readonly width: number;
  readonly marks: Marks;
  /** The row that is drawn in reverse, with a mark before it; without it there is no place for the mark either. */
  readonly selected?: number | null;
};

/** The header's line and a line for each row, all of exactly the width. */
export function tableLines(options: TableOptions): readonly Line[] {
  const { columns, rows, width, marks, selected } = options;
  const marked = selected !== undefined;
  const widths = columnWidths(options, width - (marked ? 2 : 0));
  const cells = (row: readonly Line[]): Line =>
    columns.flatMap((column, place) => {
      const room = widths[place] ?? 0;
      return room === 0 ? [] : [...fitLine(row[place] ?? [], room, column.align), span('  ')];
    });
  const header = cells(columns.map((column) => [span(column.title, column.tone ?? 'muted')]));
  const place = (mark: string): Line => (marked ? [span(`${mark} `)] : []);
  return [
    fitLine([...place(' '), ...trimmed(header)], width),
    ...rows.map((row, index) => {
      const here = index === selected;
      const drawn = fitLine([...place(here ? marks.selected : ' '), ...trimmed(cells(row))], width);
      return here ? inverseLine(drawn) : drawn;
    }),
  ];
}

const trimmed = (pieces: Line): Line => pieces.slice(0, -1);

/** Natural widths; where they are too wide, columns shrink to their least, then the least important are left out. */
function columnWidths({ columns, rows }: TableOptions, width: number): readonly number[] {
  const natural = columns.map((column, place) =>
    Math.max(lineWidth([span(column.title)]), ...rows.map((row) => lineWidth(row[place] ?? []))),
  );
  const least = columns.map((column, place) =>
    Math.min(natural[place] ?? 0, column.least ?? natural[place] ?? 0),
  );
  const kept = new Set(columns.keys());
  const needed = (): number => [...kept].reduce((sum, place) => sum + (least[place] ?? 0) + 2, 0) - 2;
  while (needed() > width && kept.size > 1) {
    const [heaviest] = [...kept].sort(
      (a, b) => (columns[b]?.weight ?? 0) - (columns[a]?.weight ?? 0) || b - a,
    );
    if (heaviest === undefined) break;
    kept.delete(heaviest);
  }
  let spare = width - needed();
  return columns.map((_, place) => {
    if (!kept.has(place)) return 0;
    const smallest = least[place] ?? 0;
    const more = Math.max(0, Math.min(spare, (natural[place] ?? 0) - smallest));
    spare -= more;
    return Math.min(width, smallest + more);
  });
}
