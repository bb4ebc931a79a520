import { csvReader } from './csv-reader.ts';
import type { FormatReader } from './format-reader.ts';
import { dateTimeRule, parseDateTime } from './parse-date-time.ts';

/** The Azure LLM inference traces of 2023 (seven digits of a second) and 2024 (an offset of the time zone). */
export const azureReader: FormatReader = csvReader({
  instant: 'TIMESTAMP',
  inputTokens: 'ContextTokens',
  outputTokens: 'GeneratedTokens',
  parseInstant: parseDateTime,
  instantRule: dateTimeRule,
  noOutput: 'empty',
});
