import { csvFields } from './csv-fields.ts';
import type { FormatReader, StartedReader } from './format-reader.ts';
import { parseTokens } from './parse-number.ts';
import { fieldProblem, type LineProblem, lineProblem, type TraceRow, tokensRule } from './trace-row.ts';

/** What a CSV trace calls its columns, and how it writes instants. */
export type CsvColumns = {
  readonly instant: string;
  readonly inputTokens: string;
  readonly outputTokens: string;
  /** Microseconds of an instant; `null` for what is none. */
  readonly parseInstant: (text: string) => number | null;
  readonly instantRule: string;
  /** What 0 output tokens mean: an answer without tokens, or a request that failed, so that its length is unknown. */
  readonly noOutput: 'empty' | 'failed';
};

/** Where the columns are in the header, and how many there are. */
type Layout = {
  readonly instant: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly width: number;
};

/** Reads a CSV file by the names in its header, so that more columns, in any order, do no harm. */
export function csvReader(columns: CsvColumns): FormatReader {
  return {
    shape: `CSV with the columns ${columns.instant}, ${columns.inputTokens} and ${columns.outputTokens}`,
    opensWith: (line) => layoutOf(line, columns).kind === 'layout',
    start: (line) => startReader(line, columns),
  };
}

function startReader(header: string, columns: CsvColumns): StartedReader | LineProblem {
  const found = layoutOf(header, columns);
  if (found.kind === 'problem') return found;
  return { kind: 'reader', isHeader: true, read: (line) => readLine(line, columns, found.layout) };
}

function layoutOf(
  header: string,
  columns: CsvColumns,
): { readonly kind: 'layout'; readonly layout: Layout } | LineProblem {
  const names = (csvFields(header) ?? []).map((name) => name.toLowerCase());
  const placeOf = (name: string) => names.indexOf(name.toLowerCase());
  const wanted = [columns.instant, columns.inputTokens, columns.outputTokens];
  const missing = wanted.filter((name) => placeOf(name) < 0);
  if (missing.length > 0) return lineProblem(`the header has no column ${missing.join(', none ')}`);
  const layout = {
    instant: placeOf(columns.instant),
    inputTokens: placeOf(columns.inputTokens),
    outputTokens: placeOf(columns.outputTokens),
    width: names.length,
  };
  return { kind: 'layout', layout };
}

function readLine(line: string, columns: CsvColumns, layout: Layout): TraceRow | LineProblem {
  const fields = csvFields(line);
  if (fields === null) return lineProblem('a quoted field does not end, or has text beside its quotes');
  if (fields.length !== layout.width) {
    return lineProblem(`it has ${fields.length} fields where the header has ${layout.width}`);
  }
  const instant = fields[layout.instant] ?? '';
  const micros = columns.parseInstant(instant);
  if (micros === null) return fieldProblem(columns.instant, columns.instantRule, instant);
  const input = fields[layout.inputTokens] ?? '';
  const inputTokens = parseTokens(input);
  if (inputTokens === null) return fieldProblem(columns.inputTokens, tokensRule, input);
  const output = fields[layout.outputTokens] ?? '';
  const outputTokens = parseTokens(output);
  if (outputTokens === null) return fieldProblem(columns.outputTokens, tokensRule, output);
  return { kind: 'row', micros, ...lengths(inputTokens, outputTokens, columns.noOutput), blocks: [] };
}

/** A failed request did arrive, so its instant counts. Its answer is unknown, and its prompt too where that reads 0. */
function lengths(inputTokens: number, outputTokens: number, noOutput: CsvColumns['noOutput']) {
  if (outputTokens > 0 || noOutput === 'empty') return { inputTokens, outputTokens };
  return { inputTokens: inputTokens === 0 ? -1 : inputTokens, outputTokens: -1 };
}
