import { csvReader } from './csv-reader.ts';
import type { FormatReader } from './format-reader.ts';
import { parseSeconds, secondsRule } from './parse-number.ts';

/** The BurstGPT traces, with or without the columns of sessions. Failed requests are in them with 0 response tokens. */
export const burstgptReader: FormatReader = csvReader({
  instant: 'Timestamp',
  inputTokens: 'Request tokens',
  outputTokens: 'Response tokens',
  parseInstant: parseSeconds,
  instantRule: secondsRule,
  noOutput: 'failed',
});
