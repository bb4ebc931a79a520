import type { Framing } from '../dialects/dialect.ts';
import { NdjsonScanner } from '../ndjson-scanner.ts';
import { SseScanner } from '../sse-scanner.ts';
import type { StreamHandler } from '../stream-scanner.ts';
import { readInPieces } from './read-pieces.ts';

/** An event's data as text, and the number of the read that completed it (from 0). */
export type CollectedEvent = { readonly data: string; readonly stamp: number };

/** What the scanner makes of a stream that comes in pieces; the stamp of a read is its number. */
export function collectEvents(
  bytes: Buffer,
  cuts: readonly number[],
  framing: Framing = 'sse',
): CollectedEvent[] {
  const events: CollectedEvent[] = [];
  const handler: StreamHandler = {
    onEvent: (buffer, start, end, stamp) => events.push({ data: buffer.toString('utf8', start, end), stamp }),
  };
  const scanner = framing === 'sse' ? new SseScanner(handler) : new NdjsonScanner(handler);
  readInPieces(bytes, cuts, ({ buffer, length }, index) => scanner.push(buffer, 0, length, index));
  scanner.finish();
  return events;
}
