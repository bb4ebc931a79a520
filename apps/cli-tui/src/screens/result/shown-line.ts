import type { Line } from '../parts/line.ts';

/** How a line continues the one before it, for a search that does not see where lines are broken. */
export type Glue = '' | ' ' | '\n';

/** A table as wide as its columns want; what does not fit is scrolled to, the first column stays. */
export type ShownTable = {
  /** Columns of the terminal for each column of the table. */
  readonly widths: readonly number[];
  /** The room that it is drawn in. */
  readonly room: number;
};

/** One line of a chapter: text, or a line of a table whose columns can be scrolled. */
export type ShownLine =
  /** So many characters at its beginning, `lead`, are a mark or an indent and no text. */
  | { readonly kind: 'text'; readonly pieces: Line; readonly glue: Glue; readonly lead: number }
  /** Each cell is one piece of exactly the width of its column; lines of one row of the table share `row`, and its header is -1. */
  | {
      readonly kind: 'row';
      readonly table: ShownTable;
      readonly row: number;
      readonly cells: Line;
      /** How each cell continues the one above it in the same row. */
      readonly glues: readonly Glue[];
    }
  /** Which columns of the table below are in sight; stands above those alone that are scrolled. */
  | { readonly kind: 'columns'; readonly table: ShownTable };

/** A line of its own. */
export const textLine = (pieces: Line, lead = 0): ShownLine => ({ kind: 'text', pieces, glue: '\n', lead });

export const blankLine: ShownLine = textLine([]);
