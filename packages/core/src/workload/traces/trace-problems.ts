import { type KneepointError, usageError } from '../../errors/kneepoint-error.ts';
import { nearestName } from '../../errors/nearest-name.ts';
import { formatReaders } from './format-readers.ts';
import { type TraceFormat, traceFormats } from './trace-format.ts';

/** Bad lines of a trace; `told` describes the first of them. */
export function badLines(path: string, told: readonly string[], count: number): KneepointError {
  const rest = count - told.length;
  const more = rest > 0 ? `; and ${rest} more` : '';
  return usageError(
    'trace-line-invalid',
    `${path}, ${told.join('; ')}${more}`,
    'correct the file, or set skipBadLines to leave such lines out and have them counted',
  );
}

/** A file in which no line tells a format. */
export function unclearFormat(path: string, number: number, line: string): KneepointError {
  const shown = JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}...` : line);
  return usageError(
    'trace-format-unclear',
    `the format of the trace ${path} does not show: line ${number} is ${shown}`,
    `the formats are ${shapes()}`,
  );
}

/** A file that does not begin as its format has to. */
export function wrongBeginning(path: string, format: TraceFormat, place: string): KneepointError {
  return usageError(
    'trace-format-mismatch',
    `the trace ${path} is not in the format ${format}: ${place}`,
    `the formats are ${shapes()}`,
  );
}

/** A file without a request; `told` describes the first of the lines that were skipped. */
export function emptyTrace(path: string, told: readonly string[], skipped: number): KneepointError {
  const first = told[0] === undefined ? '' : `, the first at ${told[0]}`;
  const what = skipped === 0 ? '' : `: lines left out as bad: ${skipped}${first}`;
  return usageError('trace-empty', `the trace ${path} has no requests${what}`, `the formats are ${shapes()}`);
}

/** A line without an end. */
export function endlessLine(path: string, number: number, limit: number): KneepointError {
  return usageError(
    'trace-line-endless',
    `${path}, line ${number}: it is longer than ${limit} characters, or never ends`,
    'give a text file, unpacked, with one request a line',
  );
}

/** The format of a name that somebody typed. Throws a usage error that names the known ones. */
export function parseTraceFormat(name: string): 'auto' | TraceFormat {
  const known = ['auto', ...traceFormats] as const;
  const found = known.find((format) => format === name);
  if (found !== undefined) return found;
  const nearest = nearestName(name, known);
  throw usageError(
    'trace-format-unknown',
    `there is no trace format "${name}"${nearest === null ? '' : `; did you mean ${nearest}?`}`,
    `the formats are ${known.join(', ')}`,
  );
}

const shapes = (): string =>
  traceFormats.map((format) => `${format}: ${formatReaders[format].shape}`).join('; ');
