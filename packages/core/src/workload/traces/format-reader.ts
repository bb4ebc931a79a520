import type { LineProblem, LineReader } from './trace-row.ts';

/** A reader that has seen the first line of a file; `isHeader` says that the line holds no request. */
export type StartedReader = {
  readonly kind: 'reader';
  readonly isHeader: boolean;
  readonly read: LineReader;
};

/** A kind of trace file. */
export type FormatReader = {
  /** What its lines look like, for a person. */
  readonly shape: string;
  /** Whether a file of this format may begin with this line. */
  readonly opensWith: (line: string) => boolean;
  /** A reader for a file that begins with this line, or why there can be none. */
  readonly start: (line: string) => StartedReader | LineProblem;
};
