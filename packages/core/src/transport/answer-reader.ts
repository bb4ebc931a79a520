import type { EventReader, EventReading, Framing, KeptText } from './dialects/dialect.ts';
import { errorMessageOf, parseObject } from './dialects/json-shape.ts';
import { applyReading, fail } from './exchange.ts';
import { type Flight, unset } from './flight.ts';
import { HttpResponseParser, type ResponseHandler } from './http-response-parser.ts';
import { NdjsonScanner } from './ndjson-scanner.ts';
import { ProtocolError } from './protocol-error.ts';
import type { RememberedHead } from './remembered-head.ts';
import type { ResponseHead } from './response-head.ts';
import { SseScanner } from './sse-scanner.ts';
import type { StreamHandler, StreamScanner } from './stream-scanner.ts';
import type { TokenObserver } from './token-observer.ts';

/** What all answers of a worker are read with. */
export type AnswerReading = {
  readonly reader: EventReader;
  readonly reading: EventReading;
  readonly keepText: KeptText;
  readonly observer: TokenObserver;
  readonly lastHead: RememberedHead;
};

/** What a read brought: more to come, the end of the answer, or bytes that are no answer. */
export type ReadOutcome =
  | { readonly kind: 'more' }
  | { readonly kind: 'ended'; readonly reusable: boolean }
  | { readonly kind: 'unreadable'; readonly error: unknown };

const more: ReadOutcome = { kind: 'more' };
const endedReusable: ReadOutcome = { kind: 'ended', reusable: true };
const endedForGood: ReadOutcome = { kind: 'ended', reusable: false };
const sampleBytes = 2048;

/** Reads the answers of one connection, one after another: HTTP, then events, then marks. */
export class AnswerReader implements ResponseHandler, StreamHandler {
  readonly #tools: AnswerReading;
  readonly #parser: HttpResponseParser;
  readonly #scanner: StreamScanner;
  #flight: Flight | null = null;
  #streaming = false;
  #messageEnded = false;
  #sample = '';
  /** When the socket read that is being read came. */
  #stamp = unset;

  constructor(tools: AnswerReading) {
    this.#tools = tools;
    this.#parser = new HttpResponseParser(this, tools.lastHead);
    this.#scanner = tools.reader.framing === 'ndjson' ? new NdjsonScanner(this) : new SseScanner(this);
  }

  /** The flight whose answer comes next. */
  begin(flight: Flight): void {
    this.#flight = flight;
    this.#streaming = false;
    this.#messageEnded = false;
    this.#sample = '';
  }

  /** The request has been written: an answer may come. */
  expectAnswer(): void {
    this.#parser.expectResponse();
  }

  /** Takes the bytes of one read; the whole of it, so that bytes behind the answer's end are seen before a reuse. */
  push(buffer: Buffer, length: number, now: number): ReadOutcome {
    this.#stamp = now;
    try {
      this.#parser.push(buffer, 0, length);
    } catch (error) {
      return this.#messageEnded ? endedForGood : { kind: 'unreadable', error };
    }
    if (!this.#messageEnded) return more;
    return this.#parser.keepAlive ? endedReusable : endedForGood;
  }

  /** The connection is gone. Whether that is the answer's proper end: close-delimited, and it said why it finished. */
  endsByClose(): boolean {
    if (!this.#streaming || !this.#parser.closeDelimited) return false;
    this.#scanner.finish();
    return this.#flight !== null && (this.#flight.sawDone || this.#flight.finishReason !== null);
  }

  /** Settles what the answer's end says of the flight: its end mark, and a failure that only the whole body explains. */
  settle(flight: Flight): void {
    if (flight.closed === unset) flight.closed = this.#stamp;
    if (flight.httpStatus !== 200) fail(flight, 'http-status', String(flight.httpStatus), this.#sample);
    else if (flight.errorClass !== null && !this.#streaming) flight.errorSample = this.#sample.slice(0, 500);
    else if (this.#tools.reader.saysItsEnd && flight.events > 0 && !flight.sawDone)
      fail(flight, 'protocol', 'no end of the answer', 'the stream ended without its last event');
  }

  onHead(head: ResponseHead): void {
    const flight = this.#flight;
    if (flight === null) return;
    flight.headers = this.#stamp;
    flight.httpStatus = head.status;
    const encoding = head.headers.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity' && head.status === 200) {
      throw new ProtocolError(
        `the answer is compressed (content-encoding: ${encoding}) although that was not asked for`,
      );
    }
    const type = head.headers.get('content-type') ?? '';
    this.#streaming = head.status === 200 && isStream(type, this.#tools.reader.framing);
    this.#scanner.reset();
    if (head.status === 200 && !this.#streaming) fail(flight, 'protocol', `not a stream: ${type}`, '');
  }

  onBody(buffer: Buffer, start: number, end: number): void {
    if (this.#streaming) this.#scanner.push(buffer, start, end, this.#stamp);
    else if (this.#sample.length < sampleBytes) {
      this.#sample += buffer.toString('utf8', start, Math.min(end, start + sampleBytes));
    }
  }

  onEvent(buffer: Buffer, start: number, end: number, stamp: number): void {
    const flight = this.#flight;
    if (flight === null || flight.sawDone) return;
    const { reader, reading, observer } = this.#tools;
    reader.read(buffer, start, end, flight, reading);
    applyReading(flight, reading, stamp, observer);
    if (this.#tools.keepText !== 'none') this.#keepText(flight, reading);
  }

  onErrorField(buffer: Buffer, start: number, end: number): void {
    const flight = this.#flight;
    if (flight === null || flight.sawDone) return;
    const text = buffer.toString('utf8', start, end).trim();
    const error = parseObject(text);
    const message = (error === null ? null : errorMessageOf({ error })) ?? text;
    fail(flight, 'in-stream', 'error event', message);
  }

  onMessageEnd(): void {
    if (this.#streaming) this.#scanner.finish();
    this.#messageEnded = true;
  }

  #keepText(flight: Flight, reading: EventReading): void {
    if (this.#tools.keepText === 'all') flight.text += reading.text;
    if (flight.streamedTokens === unset) flight.escapedText += reading.escapedText;
  }
}

/** Whether an answer of this content type is a stream of events. A server that says nothing, or plain text, is believed. */
function isStream(contentType: string, framing: Framing): boolean {
  if (framing === 'ndjson' && /ndjson|json-?lines|jsonl/i.test(contentType)) return true;
  return !/json|html|xml/i.test(contentType.replace('text/event-stream', ''));
}
