import { azureReader } from './azure-reader.ts';
import { burstgptReader } from './burstgpt-reader.ts';
import type { FormatReader } from './format-reader.ts';
import { mooncakeReader } from './mooncake-reader.ts';
import { timestampsReader } from './timestamps-reader.ts';
import { type TraceFormat, traceFormats } from './trace-format.ts';

/** The reader of each format; this list is where a new one is added. */
export const formatReaders: Readonly<Record<TraceFormat, FormatReader>> = {
  mooncake: mooncakeReader,
  azure: azureReader,
  burstgpt: burstgptReader,
  timestamps: timestampsReader,
};

/** The format of a file that begins with this line; `null` where none does. */
export function detectTraceFormat(firstLine: string): TraceFormat | null {
  return traceFormats.find((format) => formatReaders[format].opensWith(firstLine)) ?? null;
}
