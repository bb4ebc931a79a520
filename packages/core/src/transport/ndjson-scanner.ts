import { ByteOrderMark, byteOrderMark } from './byte-order-mark.ts';
import { EventBuffer } from './event-buffer.ts';
import type { StreamHandler, StreamScanner } from './stream-scanner.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * One JSON object a line (NDJSON), on bytes: LF and CRLF, empty lines, lines cut anywhere. A line that lies in one read is
 * handed on in place; every other one is collected, so that a character is never broken. Its stamp is that of the read
 * that completed the JSON, not of the one that brought the line's end.
 */
export class NdjsonScanner implements StreamScanner {
  readonly #handler: StreamHandler;
  readonly #line = new EventBuffer();
  readonly #mark = new ByteOrderMark();
  #lineStamp = 0;

  constructor(handler: StreamHandler) {
    this.#handler = handler;
  }

  reset(): void {
    this.#line.reset();
    this.#mark.reset();
  }

  push(buffer: Buffer, start: number, end: number, now: number): void {
    let position = this.#mark.open ? this.#skipMark(buffer, start, end, now) : start;
    while (position < end) {
      const found = buffer.indexOf(lineFeed, position);
      const lineEnd = found < 0 || found >= end ? end : found;
      if (lineEnd === end) {
        this.#keep(buffer, position, end, now);
        return;
      }
      if (this.#line.length === 0) this.#hand(buffer, position, lineEnd, now);
      else {
        this.#keep(buffer, position, lineEnd, now);
        this.#handKept();
      }
      position = lineEnd + 1;
    }
  }

  /** The stream ended: a line without its end still counts, since the message was complete. */
  finish(): void {
    if (this.#line.length > 0) this.#handKept();
  }

  #keep(buffer: Buffer, start: number, end: number, now: number): void {
    this.#line.append(buffer, start, end);
    const onlyReturn = end - start === 0 || (end - start === 1 && buffer[start] === carriageReturn);
    if (!onlyReturn) this.#lineStamp = now;
  }

  #handKept(): void {
    const { bytes, length } = this.#line;
    this.#line.length = 0;
    this.#hand(bytes, 0, length, this.#lineStamp);
  }

  #hand(buffer: Buffer, start: number, lineEnd: number, stamp: number): void {
    const end = lineEnd > start && buffer[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd;
    if (end > start) this.#handler.onEvent(buffer, start, end, stamp);
  }

  #skipMark(buffer: Buffer, start: number, end: number, now: number): number {
    const position = this.#mark.skip(buffer, start, end);
    const { open, matched } = this.#mark;
    if (!open && matched < byteOrderMark.length) this.#keep(byteOrderMark, 0, matched, now);
    return position;
  }
}
