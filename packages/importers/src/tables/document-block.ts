/** A table as it is written: plain texts of its cells, without Markdown. Lines are counted from 1. */
export type DocumentTable = {
  readonly kind: 'table';
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A piece of a person's document, in the order of the document. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly line: number; readonly text: string }
  | DocumentTable
  | { readonly kind: 'fence'; readonly line: number; readonly lines: readonly string[] }
  /** A list item with a label: `- **Driver**: 555.42.02`. */
  | { readonly kind: 'fact'; readonly line: number; readonly label: string; readonly value: string }
  | { readonly kind: 'text'; readonly line: number; readonly text: string };

/** A document that was read: its pieces, and its text as it stands. */
export type SourceDocument = {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly DocumentBlock[];
};
