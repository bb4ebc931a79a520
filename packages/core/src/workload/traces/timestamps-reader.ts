import type { FormatReader } from './format-reader.ts';
import { isDecimal, parseSeconds, secondsRule } from './parse-number.ts';
import { fieldProblem, type LineProblem, type TraceRow } from './trace-row.ts';

/** Instants alone: one number of seconds a line. The lengths are those of the stage. */
export const timestampsReader: FormatReader = {
  shape: 'one number of seconds a line',
  opensWith: (line) => isDecimal(line.trim()),
  start: () => ({ kind: 'reader', isHeader: false, read: readLine }),
};

function readLine(line: string): TraceRow | LineProblem {
  const micros = parseSeconds(line.trim());
  if (micros === null) return fieldProblem('the timestamp', secondsRule, line.trim());
  return { kind: 'row', micros, inputTokens: -1, outputTokens: -1, blocks: [] };
}
