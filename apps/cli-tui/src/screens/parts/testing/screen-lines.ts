import { type Line, lineText } from '../line.ts';

/** The text of lines without looks and without the blanks at their ends, to be compared as a whole. */
export const screenLines = (lines: readonly Line[]): readonly string[] =>
  lines.map((pieces) => lineText(pieces).trimEnd());
