import { ByteOrderMark, byteOrderMark } from './byte-order-mark.ts';
import { EventBuffer } from './event-buffer.ts';
import type { StreamHandler, StreamScanner } from './stream-scanner.ts';

const lineFeed = 10;
const carriageReturn = 13;
const colon = 0x3a;
const space = 0x20;
const newLine = Buffer.from('\n');
const errorField = Buffer.from('error:');
const eventField = Buffer.from('event:');

/**
 * Server-sent events on bytes: LF, CRLF and lone CR, `data:` with and without a space, comments, other fields, several
 * data lines, events cut anywhere. An event whose data line and blank line lie in one read is handed on in place;
 * every other one is collected in a buffer of the scanner's own, so that a character is never broken.
 */
export class SseScanner implements StreamScanner {
  readonly #handler: StreamHandler;
  readonly #line = new EventBuffer();
  readonly #data = new EventBuffer();
  readonly #mark = new ByteOrderMark();
  #lineStamp = 0;
  #dataLines = 0;
  #dataStamp = 0;
  #skipLineFeed = false;

  constructor(handler: StreamHandler) {
    this.#handler = handler;
  }

  reset(): void {
    this.#line.reset();
    this.#data.reset();
    this.#mark.reset();
    this.#dataLines = 0;
    this.#skipLineFeed = false;
  }

  push(buffer: Buffer, start: number, end: number, now: number): void {
    let position = this.#mark.open ? this.#skipMark(buffer, start, end, now) : start;
    if (this.#line.length === 0 && this.#dataLines === 0 && !this.#skipLineFeed) {
      position = this.#pushWholeEvents(buffer, position, end, now);
    }
    if (position < end) this.#pushAnything(buffer, position, end, now);
  }

  /** The stream ended: an event without its blank line still counts, since the message was complete. */
  finish(): void {
    if (this.#line.length > 0) this.#endKeptLine();
    this.#dispatch();
  }

  /** The fast way: `data: ...LF LF` in place, also behind an `event:` line. Returns where it met anything else. */
  #pushWholeEvents(buffer: Buffer, start: number, end: number, now: number): number {
    if (end - start > 0 && hasCarriageReturn(buffer, start, end)) return start;
    let position = start;
    while (end - position > 7) {
      const data = startsWithData(buffer, position) ? position : behindEventLine(buffer, position, end);
      if (data < 0) return position;
      const lineEnd = buffer.indexOf(lineFeed, data + 5);
      if (lineEnd < 0 || lineEnd + 1 >= end || buffer[lineEnd + 1] !== lineFeed) return position;
      const dataStart = buffer[data + 5] === space ? data + 6 : data + 5;
      position = lineEnd + 2;
      this.#handler.onEvent(buffer, dataStart, lineEnd, now);
    }
    return position;
  }

  #pushAnything(buffer: Buffer, start: number, end: number, now: number): void {
    let lineStart = start;
    for (let position = start; position < end; position++) {
      const byte = buffer[position];
      if (byte !== lineFeed && byte !== carriageReturn) {
        this.#skipLineFeed = false;
        continue;
      }
      if (byte === lineFeed && this.#skipLineFeed) {
        this.#skipLineFeed = false;
        lineStart = position + 1;
        continue;
      }
      this.#skipLineFeed = byte === carriageReturn;
      if (this.#line.length > 0) {
        if (position > lineStart) this.#keepLine(buffer, lineStart, position, now);
        this.#endKeptLine();
      } else {
        this.#endLine(buffer, lineStart, position, now);
      }
      lineStart = position + 1;
    }
    if (lineStart < end) this.#keepLine(buffer, lineStart, end, now);
  }

  #keepLine(buffer: Buffer, start: number, end: number, now: number): void {
    this.#line.append(buffer, start, end);
    this.#lineStamp = now;
  }

  #endKeptLine(): void {
    const { bytes, length } = this.#line;
    this.#line.length = 0;
    this.#endLine(bytes, 0, length, this.#lineStamp);
  }

  #endLine(buffer: Buffer, start: number, end: number, stamp: number): void {
    if (start === end) {
      this.#dispatch();
      return;
    }
    if (end - start < 4 || !startsWithDataField(buffer, start, end)) {
      this.#endOtherField(buffer, start, end);
      return;
    }
    let valueStart = end - start === 4 ? end : start + 5;
    if (valueStart < end && buffer[valueStart] === space) valueStart++;
    if (this.#dataLines > 0) this.#data.append(newLine, 0, 1);
    this.#data.append(buffer, valueStart, end);
    this.#dataLines++;
    this.#dataStamp = stamp;
  }

  /** Every field but `data` says nothing that is measured, except an error that is sent as a field of its own. */
  #endOtherField(buffer: Buffer, start: number, end: number): void {
    const { onErrorField } = this.#handler;
    if (onErrorField === undefined || !startsWith(buffer, start, end, errorField)) return;
    onErrorField.call(this.#handler, buffer, start + errorField.length, end);
  }

  #dispatch(): void {
    if (this.#dataLines === 0) return;
    const { bytes, length } = this.#data;
    this.#dataLines = 0;
    this.#data.length = 0;
    this.#handler.onEvent(bytes, 0, length, this.#dataStamp);
  }

  #skipMark(buffer: Buffer, start: number, end: number, now: number): number {
    const position = this.#mark.skip(buffer, start, end);
    const { open, matched } = this.#mark;
    if (!open && matched > 0 && matched < byteOrderMark.length)
      this.#keepLine(byteOrderMark, 0, matched, now);
    return position;
  }
}

function hasCarriageReturn(buffer: Buffer, start: number, end: number): boolean {
  const position = buffer.indexOf(carriageReturn, start);
  return position >= 0 && position < end;
}

/** Where the `data:` line behind an `event:` line begins, or -1 when there is no such pair of lines here. */
function behindEventLine(buffer: Buffer, position: number, end: number): number {
  if (!startsWith(buffer, position, end, eventField)) return -1;
  const lineEnd = buffer.indexOf(lineFeed, position + eventField.length);
  if (lineEnd < 0 || end - lineEnd < 7) return -1;
  return startsWithData(buffer, lineEnd + 1) ? lineEnd + 1 : -1;
}

/** `data:` at a position with at least five bytes left. */
function startsWithData(buffer: Buffer, position: number): boolean {
  return (
    buffer[position] === 0x64 &&
    buffer[position + 1] === 0x61 &&
    buffer[position + 2] === 0x74 &&
    buffer[position + 3] === 0x61 &&
    buffer[position + 4] === colon
  );
}

/** A line is the field `data` when it begins with `data:` or is `data` alone. */
function startsWithDataField(buffer: Buffer, start: number, end: number): boolean {
  const named =
    buffer[start] === 0x64 &&
    buffer[start + 1] === 0x61 &&
    buffer[start + 2] === 0x74 &&
    buffer[start + 3] === 0x61;
  return named && (end - start === 4 || buffer[start + 4] === colon);
}

function startsWith(buffer: Buffer, start: number, end: number, expected: Buffer): boolean {
  if (end - start < expected.length) return false;
  for (let index = 0; index < expected.length; index++)
    if (buffer[start + index] !== expected[index]) return false;
  return true;
}
