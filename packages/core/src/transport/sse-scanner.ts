/**
 * Receives one event's data. The byte range is valid only during the call; `stamp` is the time of the socket read that
 * completed the data (not of the one that brought the blank line after it).
 */
export type SseEventHandler = {
  onEvent(buffer: Buffer, start: number, end: number, stamp: number): void;
};

const lineFeed = 10;
const carriageReturn = 13;
const colon = 0x3a;
const space = 0x20;
const maximumEventBytes = 64 * 1024 * 1024;

/**
 * Server-sent events on bytes: LF, CRLF and lone CR, `data:` with and without a space, comments, other fields, several
 * data lines, events cut anywhere. An event whose data line and blank line lie in one read is handed on in place;
 * every other one is collected in a buffer of the scanner's own, so that a character is never broken.
 */
export class SseScanner {
  readonly #handler: SseEventHandler;
  #line: Buffer = Buffer.allocUnsafe(0);
  #lineLength = 0;
  #lineStamp = 0;
  #data: Buffer = Buffer.allocUnsafe(0);
  #dataLength = 0;
  #dataLines = 0;
  #dataStamp = 0;
  #skipLineFeed = false;
  #atStart = true;

  constructor(handler: SseEventHandler) {
    this.#handler = handler;
  }

  /** Forgets a stream's rest; call before the next stream. */
  reset(): void {
    this.#lineLength = 0;
    this.#dataLength = 0;
    this.#dataLines = 0;
    this.#skipLineFeed = false;
    this.#atStart = true;
  }

  /** Reads body bytes that came with the socket read at `now`. */
  push(buffer: Buffer, start: number, end: number, now: number): void {
    let position = this.#atStart ? this.#skipByteOrderMark(buffer, start, end) : start;
    if (this.#lineLength === 0 && this.#dataLines === 0 && !this.#skipLineFeed) {
      position = this.#pushWholeEvents(buffer, position, end, now);
    }
    if (position < end) this.#pushAnything(buffer, position, end, now);
  }

  /** The stream ended: an event without its blank line still counts, since the message was complete. */
  finish(): void {
    if (this.#lineLength > 0) this.#endLine(this.#line, 0, this.#lineLength, this.#lineStamp);
    this.#lineLength = 0;
    this.#dispatch();
  }

  /** The fast way: `data: ...LF LF` in place. Returns where it met anything else. */
  #pushWholeEvents(buffer: Buffer, start: number, end: number, now: number): number {
    if (end - start > 0 && hasCarriageReturn(buffer, start, end)) return start;
    let position = start;
    while (end - position > 7) {
      if (!startsWithData(buffer, position)) return position;
      const lineEnd = buffer.indexOf(lineFeed, position + 5);
      if (lineEnd < 0 || lineEnd + 1 >= end || buffer[lineEnd + 1] !== lineFeed) return position;
      const dataStart = buffer[position + 5] === space ? position + 6 : position + 5;
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
      if (this.#lineLength > 0) {
        if (position > lineStart) this.#keepLine(buffer, lineStart, position, now);
        const length = this.#lineLength;
        this.#lineLength = 0;
        this.#endLine(this.#line, 0, length, this.#lineStamp);
      } else {
        this.#endLine(buffer, lineStart, position, now);
      }
      lineStart = position + 1;
    }
    if (lineStart < end) this.#keepLine(buffer, lineStart, end, now);
  }

  #keepLine(buffer: Buffer, start: number, end: number, now: number): void {
    const length = this.#lineLength + end - start;
    if (length > maximumEventBytes) throw new RangeError('an event is longer than 64 MiB');
    this.#line = withRoom(this.#line, this.#lineLength, length);
    buffer.copy(this.#line, this.#lineLength, start, end);
    this.#lineLength = length;
    this.#lineStamp = now;
  }

  #endLine(buffer: Buffer, start: number, end: number, stamp: number): void {
    if (start === end) {
      this.#dispatch();
      return;
    }
    if (end - start < 4 || !startsWithDataField(buffer, start, end)) return;
    let valueStart = end - start === 4 ? end : start + 5;
    if (valueStart < end && buffer[valueStart] === space) valueStart++;
    const separator = this.#dataLines > 0 ? 1 : 0;
    const length = this.#dataLength + separator + end - valueStart;
    if (length > maximumEventBytes) throw new RangeError('an event is longer than 64 MiB');
    this.#data = withRoom(this.#data, this.#dataLength, length);
    if (separator === 1) this.#data[this.#dataLength] = lineFeed;
    buffer.copy(this.#data, this.#dataLength + separator, valueStart, end);
    this.#dataLength = length;
    this.#dataLines++;
    this.#dataStamp = stamp;
  }

  #dispatch(): void {
    if (this.#dataLines === 0) return;
    const length = this.#dataLength;
    this.#dataLines = 0;
    this.#dataLength = 0;
    this.#handler.onEvent(this.#data, 0, length, this.#dataStamp);
  }

  #skipByteOrderMark(buffer: Buffer, start: number, end: number): number {
    this.#atStart = false;
    return end - start >= 3 &&
      buffer[start] === 0xef &&
      buffer[start + 1] === 0xbb &&
      buffer[start + 2] === 0xbf
      ? start + 3
      : start;
  }
}

function hasCarriageReturn(buffer: Buffer, start: number, end: number): boolean {
  const position = buffer.indexOf(carriageReturn, start);
  return position >= 0 && position < end;
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

function withRoom(buffer: Buffer, used: number, needed: number): Buffer {
  if (buffer.length >= needed) return buffer;
  const larger = Buffer.allocUnsafe(Math.max(needed, buffer.length * 2, 512));
  buffer.copy(larger, 0, 0, used);
  return larger;
}
