import { SseScanner } from '../sse-scanner.ts';
import { readInPieces } from './read-pieces.ts';

/** An event's data as text, and the number of the read that completed it (from 0). */
export type CollectedEvent = { readonly data: string; readonly stamp: number };

/** What the scanner makes of a stream that comes in pieces; the stamp of a read is its number. */
export function collectEvents(bytes: Buffer, cuts: readonly number[]): CollectedEvent[] {
  const events: CollectedEvent[] = [];
  const scanner = new SseScanner({
    onEvent: (buffer, start, end, stamp) => events.push({ data: buffer.toString('utf8', start, end), stamp }),
  });
  readInPieces(bytes, cuts, ({ buffer, length }, index) => scanner.push(buffer, 0, length, index));
  scanner.finish();
  return events;
}
