import { KneepointError } from '../errors/kneepoint-error.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import { parseServiceLevel } from './service-level.ts';
import { parseThresholds } from './thresholds/parse-thresholds.ts';
import { writtenField } from './written-field.ts';

/** A threshold of a plan, checked and kept as it is written: the plan in a result reads as its author wrote it. */
export const thresholdText = writtenField<string>({
  expected: 'a text such as "ttft p95 < 500ms"',
  text: (text) => readable(text, () => parseThresholds([text])),
});

/** A service level objective of a plan, checked and kept as it is written. */
export const sloText = writtenField<string>({
  expected: 'a text such as "ttft<500ms, tpot<50ms", or the name of a preset',
  text: (text) => readable(text, () => parseServiceLevel(text)),
});

function readable(text: string, parse: () => unknown): Parsed<string> {
  try {
    parse();
    return parsed(text);
  } catch (error) {
    if (error instanceof KneepointError) return refused(error.message);
    throw error;
  }
}
