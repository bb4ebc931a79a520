/** What a page says of itself: its links, folds and code. */
export type PageWords = {
  /** The first link of a page, for readers who go by keyboard. */
  readonly skip: string;
  /** A block of code is selected as a whole by one click. */
  readonly selectAll: string;
  /** A remark in brackets behind a text, or alone. */
  readonly aside: (text: string, remark: string) => string;
  /** What a fold with a long table is called, where the table has no name of its own. */
  readonly longTable: (rows: number) => string;
};
