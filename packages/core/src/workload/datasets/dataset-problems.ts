import { type KneepointError, usageError } from '../../errors/kneepoint-error.ts';
import { nearestName } from '../../errors/nearest-name.ts';
import { type DatasetFormat, datasetFormats } from '../../plan/prompt-plan.ts';

/** The shapes that are read, in words. */
const shapes = [
  'sharegpt: a JSON array, or one JSON object a line, of {conversations: [{from, value}]}',
  'openai-jsonl: {messages: [{role, content}]} a line, or the lines of a batch',
  'prompt-jsonl: {prompt, output_tokens} a line',
  'text: one prompt a line',
].join('; ');

/** A file whose structure is broken, so that nothing behind the place can be read. */
export function malformedDataset(path: string, what: string): KneepointError {
  return usageError(
    'dataset-invalid',
    `the dataset ${path} cannot be read: ${what}`,
    `the formats are ${shapes}`,
  );
}

/** A file whose format does not show in its first entry. */
export function unclearFormat(path: string, what: string): KneepointError {
  return usageError(
    'dataset-format-unclear',
    `the format of the dataset ${path} does not show: ${what}`,
    `name the format; ${shapes}`,
  );
}

/** Bad entries of a file; `first` tells some of them. */
export function badEntries(path: string, first: readonly string[], count: number): KneepointError {
  const rest = count - first.length;
  const more = rest > 0 ? `; and ${rest} more` : '';
  return usageError(
    'dataset-entry-invalid',
    `${path}, ${first.join('; ')}${more}`,
    'correct the file, or set skipBadLines to leave such entries out and have them counted',
  );
}

/** A file without an entry; `first` tells some of those that were skipped. */
export function emptyDataset(path: string, first: readonly string[], skipped: number): KneepointError {
  const what = skipped === 0 ? '' : `: all ${skipped} were left out as bad, the first at ${first[0] ?? ''}`;
  return usageError(
    'dataset-empty',
    `the dataset ${path} has no entries${what}`,
    `the formats are ${shapes}`,
  );
}

/** The format of a name that somebody typed. Throws a usage error that names the known ones. */
export function parseDatasetFormat(name: string): 'auto' | DatasetFormat {
  const known = ['auto', ...datasetFormats] as const;
  const found = known.find((format) => format === name);
  if (found !== undefined) return found;
  const nearest = nearestName(name, known);
  throw usageError(
    'dataset-format-unknown',
    `there is no dataset format "${name}"${nearest === null ? '' : `; did you mean ${nearest}?`}`,
    `the formats are ${known.join(', ')}`,
  );
}
