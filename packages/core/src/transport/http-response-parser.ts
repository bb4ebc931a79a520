import { ProtocolError } from './protocol-error.ts';
import { RememberedHead } from './remembered-head.ts';
import { parseContentLength, parseResponseHead, type ResponseHead } from './response-head.ts';

/** Receives a response piece by piece. Byte ranges are valid only during the call. */
export type ResponseHandler = {
  onHead(head: ResponseHead): void;
  onBody(buffer: Buffer, start: number, end: number): void;
  onMessageEnd(): void;
};

const maximumHeadBytes = 64 * 1024;
const maximumChunkLineBytes = 4096;
const lineFeed = 10;
const carriageReturn = 13;

type State =
  | 'head'
  | 'length-body'
  | 'close-body'
  | 'chunk-size'
  | 'chunk-data'
  | 'chunk-end'
  | 'trailers'
  | 'idle';

/**
 * An HTTP/1.1 response reader for what inference servers send: keep-alive, chunked, content-length, close-delimited,
 * 1xx, trailers. Everything else is a `ProtocolError`. One instance serves one connection, response after response.
 *
 *     idle -> head -> (length-body | close-body | chunk-size -> chunk-data -> chunk-end ...-> trailers) -> idle
 */
export class HttpResponseParser {
  readonly #handler: ResponseHandler;
  readonly #remembered: RememberedHead;
  #state: State = 'idle';
  #remaining = 0;
  #line = '';
  #lineHasDigits = false;
  #keepAlive = false;

  /** @param remembered the last head of this or of all connections */
  constructor(handler: ResponseHandler, remembered: RememberedHead = new RememberedHead()) {
    this.#handler = handler;
    this.#remembered = remembered;
  }

  /** Whether the connection may carry another request after the message that ended last. */
  get keepAlive(): boolean {
    return this.#keepAlive;
  }

  /** Call when a request has been written: bytes that come without one are an error. */
  expectResponse(): void {
    this.#state = 'head';
    this.#line = '';
  }

  /** Reads the bytes of one socket read. */
  push(buffer: Buffer, start: number, end: number): void {
    let position = start;
    while (position < end) {
      switch (this.#state) {
        case 'chunk-size':
          position = this.#readChunkSize(buffer, position, end);
          break;
        case 'chunk-data':
        case 'length-body':
          position = this.#readCounted(buffer, position, end);
          break;
        case 'chunk-end':
          position = this.#readChunkEnd(buffer, position, end);
          break;
        case 'close-body':
          this.#handler.onBody(buffer, position, end);
          return;
        case 'head':
          position = this.#readHead(buffer, position, end);
          break;
        case 'trailers':
          position = this.#readTrailers(buffer, position, end);
          break;
        case 'idle':
          throw new ProtocolError('the server sent bytes after the end of its answer');
      }
    }
  }

  /** Whether the answer being read ends only with its connection. */
  get closeDelimited(): boolean {
    return this.#state === 'close-body';
  }

  #readCounted(buffer: Buffer, position: number, end: number): number {
    const available = end - position;
    const take = Math.min(available, this.#remaining);
    const chunked = this.#state === 'chunk-data';
    this.#remaining -= take;
    if (this.#remaining === 0 && chunked) this.#state = 'chunk-end';
    this.#handler.onBody(buffer, position, position + take);
    if (this.#remaining === 0 && !chunked) this.#endMessage();
    return position + take;
  }

  #readChunkSize(buffer: Buffer, start: number, end: number): number {
    let position = start;
    let remaining = this.#remaining;
    while (position < end) {
      const byte = buffer[position] as number;
      const digit = hexDigit(byte);
      if (digit >= 0 && this.#line === '') {
        remaining = remaining * 16 + digit;
        if (remaining > Number.MAX_SAFE_INTEGER / 16) throw new ProtocolError('a chunk size is too large');
        this.#lineHasDigits = true;
        position++;
      } else if (byte === lineFeed) {
        if (!this.#lineHasDigits) throw new ProtocolError('a chunk has no size');
        this.#line = '';
        this.#lineHasDigits = false;
        this.#remaining = remaining;
        this.#state = remaining === 0 ? 'trailers' : 'chunk-data';
        return position + 1;
      } else {
        // The usual CR LF behind the digits needs no line to be kept.
        const isPlainEnd = byte === carriageReturn && this.#line === '' && buffer[position + 1] === lineFeed;
        if (!isPlainEnd || position + 1 >= end) this.#acceptChunkLineByte(byte);
        position++;
      }
    }
    this.#remaining = remaining;
    return position;
  }

  /** Behind the digits only CR, white space and a chunk extension may stand. */
  #acceptChunkLineByte(byte: number): void {
    if (this.#line === '' && byte !== carriageReturn && byte !== 0x3b && byte !== 0x20 && byte !== 0x09) {
      throw new ProtocolError('a chunk size is not a hexadecimal number');
    }
    this.#line += String.fromCharCode(byte);
    if (this.#line.length > maximumChunkLineBytes) throw new ProtocolError('a chunk extension is too long');
  }

  #readChunkEnd(buffer: Buffer, start: number, end: number): number {
    let position = start;
    if (buffer[position] === carriageReturn && this.#line === '') {
      position++;
      if (position >= end) {
        this.#line = '\r';
        return position;
      }
    }
    const byte = buffer[position];
    if (byte !== lineFeed) throw new ProtocolError('a chunk is longer than its stated size');
    this.#line = '';
    this.#remaining = 0;
    this.#state = 'chunk-size';
    return position + 1;
  }

  #readHead(buffer: Buffer, start: number, end: number): number {
    const known = this.#line === '' ? this.#remembered.find(buffer, start, end) : null;
    if (known !== null) {
      this.#beginMessage(known);
      return start + this.#remembered.length;
    }
    for (let position = start; position < end; position++) {
      if (buffer[position] !== lineFeed) continue;
      this.#line += buffer.toString('latin1', start, position + 1);
      if (this.#line.endsWith('\n\r\n') || this.#line.endsWith('\n\n')) {
        const text = this.#line;
        this.#line = '';
        const head = parseResponseHead(text);
        if (head.status === 200) this.#remembered.remember(text, head);
        this.#beginMessage(head);
        return position + 1;
      }
      if (this.#line === '\r\n' || this.#line === '\n') this.#line = '';
      if (this.#line.length > maximumHeadBytes) throw new ProtocolError('the response head is too long');
      return position + 1;
    }
    this.#line += buffer.toString('latin1', start, end);
    if (this.#line.length > maximumHeadBytes) throw new ProtocolError('the response head is too long');
    return end;
  }

  #readTrailers(buffer: Buffer, start: number, end: number): number {
    for (let position = start; position < end; position++) {
      if (buffer[position] !== lineFeed) {
        if (buffer[position] !== carriageReturn)
          this.#line += String.fromCharCode(buffer[position] as number);
        continue;
      }
      const blank = this.#line === '';
      this.#line = '';
      if (blank) {
        this.#endMessage();
        return position + 1;
      }
    }
    if (this.#line.length > maximumHeadBytes) throw new ProtocolError('the trailers are too long');
    return end;
  }

  #beginMessage(head: ResponseHead): void {
    if (head.status === 101)
      throw new ProtocolError('the server switched protocols (101) without being asked');
    if (head.status < 200) return;
    const connection = head.headers.get('connection')?.toLowerCase() ?? '';
    this.#keepAlive =
      head.httpMinor === 1 ? !connection.includes('close') : connection.includes('keep-alive');
    const transferEncoding = head.headers.get('transfer-encoding')?.toLowerCase();
    const contentLength = head.headers.get('content-length');
    const length = transferEncoding === undefined ? parseContentLength(contentLength) : null;
    if (transferEncoding !== undefined && transferEncoding !== 'chunked') {
      throw new ProtocolError(
        `the answer has transfer-encoding "${transferEncoding}", which is not "chunked"`,
      );
    }
    this.#handler.onHead(head);
    if (head.status === 204 || head.status === 304 || length === 0) {
      this.#endMessage();
      return;
    }
    this.#remaining = length ?? 0;
    if (transferEncoding !== undefined) this.#state = 'chunk-size';
    else if (length !== null) this.#state = 'length-body';
    else {
      this.#keepAlive = false;
      this.#state = 'close-body';
    }
  }

  #endMessage(): void {
    this.#state = 'idle';
    this.#handler.onMessageEnd();
  }
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
