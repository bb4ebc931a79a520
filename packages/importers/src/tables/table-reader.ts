import type { DocumentTable, SourceDocument } from './document-block.ts';
import { findTable } from './find-table.ts';
import type { MappingProblems } from './mapping-problems.ts';
import { dimensionUnits } from './metric-dimension.ts';
import { type Dimension, readQuantity } from './read-quantity.ts';

type Path = readonly (string | number)[];

/** How a cell is to be read. */
export type CellWish = {
  readonly dimension: Dimension;
  /** Unit of cells that name none. */
  readonly unit: string | null;
  /** The part of the mapping that asks for the cell. */
  readonly path: Path;
};

/** A row of a mapped table. */
export type TableRow = { readonly label: string; readonly cells: readonly string[] };

/** One table with what its mapping says of it; what does not fit goes to the problems. */
export class TableReader {
  readonly path: Path;
  readonly problems: MappingProblems;
  readonly #table: DocumentTable;
  readonly #document: string;

  constructor(table: DocumentTable, document: string, place: { path: Path; problems: MappingProblems }) {
    this.#table = table;
    this.#document = document;
    this.path = place.path;
    this.problems = place.problems;
  }

  /** The reader of the table under a heading; `null` with a problem where there is none. */
  static find(
    document: SourceDocument,
    heading: string | undefined,
    place: { path: Path; problems: MappingProblems },
  ): TableReader | null {
    const table = findTable(document, heading, place);
    return table === null ? null : new TableReader(table, document.name, place);
  }

  get rows(): readonly TableRow[] {
    return this.#table.rows.map((cells) => ({ label: cells[0] ?? '', cells }));
  }

  /** The row with a label; `null` with a problem where there is none. */
  row(label: string, path: Path): TableRow | null {
    const found = this.rows.find((row) => row.label === label);
    if (found !== undefined) return found;
    this.problems.addMissing(path, 'the table has no row', {
      name: label,
      known: this.rows.map((row) => row.label),
    });
    return null;
  }

  /** The cell of a row under a heading; `null` with a problem where there is no such column. */
  cell(row: TableRow, column: string, path: Path): string | null {
    const index = this.#table.columns.indexOf(column);
    if (index >= 0) return row.cells[index] ?? '';
    this.problems.addMissing(path, 'the table has no column', { name: column, known: this.#table.columns });
    return null;
  }

  /** The quantity in a cell; `null` for an unknown one, and with a problem for one that cannot be read. */
  quantity(row: TableRow, column: string, { dimension, unit, path }: CellWish): number | null {
    const cell = this.cell(row, column, path);
    if (cell === null) return null;
    const content = readQuantity(cell, unit);
    const where = `${this.#document}, row "${row.label}", column "${column}"`;
    switch (content.kind) {
      case 'unknown':
        return null;
      case 'unreadable':
        this.problems.add(path, `${where}: ${content.why}`);
        return null;
      case 'quantity': {
        const { quantity } = content;
        if (quantity.dimension === dimension) return quantity.value;
        const wanted = dimensionUnits[dimension];
        this.problems.add(
          path,
          `${where}: "${cell}" is to be in ${wanted}${unit === null ? '; say the unit in the mapping: unit: ...' : ''}`,
        );
        return null;
      }
    }
  }
}
