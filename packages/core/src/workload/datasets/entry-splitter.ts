/** One entry of a file as its bytes; `number` counts from 1: the line, or the place in an array. */
export type RawEntry = { readonly number: number; readonly bytes: Uint8Array };

/** Cuts a file into its entries as its bytes arrive, cut wherever. Throws a usage error where the file is malformed. */
export type EntrySplitter = {
  /** How a person counts the entries. */
  readonly unit: 'line' | 'entry';
  /** The entries that end in these bytes. */
  readonly push: (chunk: Uint8Array) => Iterable<RawEntry>;
  /** What is left at the end of the file. */
  readonly end: () => Iterable<RawEntry>;
};
