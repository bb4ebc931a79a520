import type { Socket } from 'node:net';
import type { Clock } from '../clock/clock.ts';
import type { Attempt, AttemptEnd, RequestTransport } from '../load/request-transport.ts';
import type { Micros } from '../units/units.ts';
import { openSocket, ReadBuffer } from './connection.ts';
import { ConnectionCounts } from './connection-counts.ts';
import {
  createEventReading,
  type Dialect,
  type EventReader,
  type EventReading,
  type KeptText,
} from './dialects/dialect.ts';
import { applyReading, fail, judgeAnswer, settleTokens } from './exchange.ts';
import { Flight, unset } from './flight.ts';
import { HttpResponseParser, type ResponseHead } from './http-response-parser.ts';
import { ProtocolError } from './protocol-error.ts';
import { SseScanner } from './sse-scanner.ts';
import type { TargetAddress } from './target-address.ts';
import type { TokenObserver } from './token-observer.ts';

/** What a transport is made of; all collaborators are parameters. */
export type HttpTransportOptions = {
  readonly address: TargetAddress;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly observer: TokenObserver;
  readonly timeout: Micros;
  readonly keepText: KeptText;
  /** The whole request, head and body, of request `index`. */
  readonly requestBytes: (index: number) => Buffer;
  /** Takes back the bytes of a request that has been written. */
  readonly releaseBytes: (bytes: Buffer) => void;
};

/** An idle connection older than this is closed, not reused: servers drop idle ones after 5 s (uvicorn), unseen by us. */
const maximumIdle = 3_000_000;
/** A reused connection that had been idle this long and closes without a byte lost the race; the request goes out once more. */
const staleIdle = 50_000;
/** How long to wait for the end of the message after `[DONE]`. */
const doneGrace = 100_000;
const sweepMillis = 20;
const sampleBytes = 2048;

type Exchange = {
  readonly flight: Flight;
  readonly onEnd: (end: AttemptEnd) => void;
  readonly bytes: Buffer;
};

/** Sends requests over keep-alive connections and takes the marks. One per worker and target. */
export class HttpTransport implements RequestTransport {
  readonly counts = new ConnectionCounts();
  readonly shared: SharedReading;
  readonly options: HttpTransportOptions;
  readonly #prepared = new Map<number, Buffer>();
  readonly #idle: Connection[] = [];
  readonly #active = new Set<Connection>();
  readonly #sweep: NodeJS.Timeout;

  constructor(options: HttpTransportOptions) {
    this.options = options;
    this.shared = {
      readBuffer: new ReadBuffer(),
      reader: options.dialect.createReader(options.keepText),
      reading: createEventReading(),
    };
    this.#sweep = setInterval(() => this.#sweepFlights(), sweepMillis);
    this.#sweep.unref();
  }

  /** Flights in the air now, for the window's snapshots. */
  *flights(): Iterable<Flight> {
    for (const connection of this.#active) if (connection.flight !== null) yield connection.flight;
  }

  /** Opens connections ahead of the stage; those that cannot be opened are left to the requests, which then say so. */
  async open(count: number): Promise<void> {
    const missing = count - this.#idle.length;
    const openings = Array.from({ length: Math.max(0, missing) }, () => new Connection(this).opened);
    await Promise.all(openings);
  }

  prepare(index: number): void {
    if (!this.#prepared.has(index)) this.#prepared.set(index, this.options.requestBytes(index));
  }

  start(attempt: Attempt, onEnd: (end: AttemptEnd) => void): void {
    this.prepare(attempt.index);
    const bytes = this.#prepared.get(attempt.index) as Buffer;
    this.#prepared.delete(attempt.index);
    const flight = new Flight(attempt);
    flight.dispatched = this.options.clock.now();
    this.launch({ flight, onEnd, bytes });
  }

  /** Puts an exchange on an idle connection, or on a new one. */
  launch(exchange: Exchange): void {
    const connection = this.#takeIdle(exchange.flight.dispatched) ?? new Connection(this);
    this.#active.add(connection);
    connection.carry(exchange);
  }

  cutAll(): void {
    for (const connection of [...this.#active]) connection.cut();
  }

  close(): void {
    clearInterval(this.#sweep);
    this.cutAll();
    for (const connection of this.#idle.splice(0)) connection.destroy();
  }

  release(connection: Connection, reusable: boolean): void {
    this.#active.delete(connection);
    if (reusable) this.#idle.push(connection);
  }

  forget(connection: Connection): void {
    this.#active.delete(connection);
    const position = this.#idle.indexOf(connection);
    if (position >= 0) this.#idle.splice(position, 1);
  }

  #takeIdle(now: number): Connection | null {
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop()) {
      if (now - connection.idleSince < maximumIdle) {
        this.counts.reused++;
        return connection;
      }
      connection.destroy();
    }
    return null;
  }

  #sweepFlights(): void {
    const now = this.options.clock.now();
    for (const connection of this.#active) connection.checkTime(now);
  }
}

type SharedReading = {
  readonly readBuffer: ReadBuffer;
  readonly reader: EventReader;
  readonly reading: EventReading;
};

/** One connection and the exchange that it carries. */
export class Connection {
  idleSince = 0;
  /** Settles when the connection is open, or has failed to open. */
  readonly opened: Promise<void>;
  readonly #transport: HttpTransport;
  readonly #parser: HttpResponseParser;
  readonly #scanner: SseScanner;
  readonly #socket: Socket;
  #exchange: Exchange | null = null;
  #connected = false;
  #closed = false;
  #reusedAfterIdle = 0;
  #received = false;
  #streaming = false;
  /** Completed after the whole read was taken, so that bytes behind the answer's end are seen before the connection is reused. */
  #messageEnded = false;
  #status = unset;
  #sample = '';
  #stamp = 0;
  #settleOpened: () => void = () => {};

  constructor(transport: HttpTransport) {
    this.#transport = transport;
    this.opened = new Promise((resolve) => {
      this.#settleOpened = resolve;
    });
    this.#scanner = new SseScanner(this);
    this.#parser = new HttpResponseParser(this);
    transport.counts.opened++;
    this.#socket = openSocket(transport.options.address, transport.shared.readBuffer, this);
  }

  get flight(): Flight | null {
    return this.#exchange?.flight ?? null;
  }

  carry(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#received = false;
    this.#streaming = false;
    this.#status = unset;
    this.#sample = '';
    if (this.#connected) {
      this.#reusedAfterIdle = exchange.flight.dispatched - this.idleSince;
      this.#send(exchange);
    } else {
      exchange.flight.openedConnection = true;
    }
  }

  destroy(): void {
    this.#closed = true;
    this.#socket.destroy();
  }

  cut(): void {
    const exchange = this.#exchange;
    if (exchange === null) return;
    exchange.flight.status = 'cut';
    settleTokens(exchange.flight, this.#transport.options.dialect.tokenSource);
    this.#end(exchange, false);
  }

  checkTime(now: number): void {
    const exchange = this.#exchange;
    if (exchange === null) return;
    if (exchange.flight.sawDone && now - exchange.flight.closed > doneGrace) this.#complete(exchange, false);
    else if (now - exchange.flight.dispatched > this.#transport.options.timeout) {
      const seconds = Math.round(this.#transport.options.timeout / 1e6);
      const what = exchange.flight.headers === unset ? 'no answer' : 'no end of the answer';
      this.#failWith(exchange, 'timeout', what, `${what} within ${seconds} s`);
    }
  }

  onConnect(): void {
    this.#connected = true;
    this.#settleOpened();
    if (this.#exchange !== null) this.#send(this.#exchange);
    else {
      this.idleSince = this.#transport.options.clock.now();
      this.#transport.release(this, true);
    }
  }

  onRead(buffer: Buffer, length: number): void {
    const now = this.#transport.options.clock.now();
    const exchange = this.#exchange;
    this.#transport.counts.reads++;
    this.#transport.counts.bytes += length;
    if (exchange === null) {
      this.destroy();
      return;
    }
    this.#received = true;
    this.#stamp = now;
    let unreadable: unknown = null;
    try {
      this.#parser.push(buffer, 0, length);
    } catch (error) {
      unreadable = error;
    }
    if (this.#messageEnded) {
      this.#messageEnded = false;
      this.#complete(exchange, unreadable === null && this.#parser.keepAlive);
    } else if (unreadable !== null && this.#exchange !== null) {
      this.#failWith(exchange, 'protocol', protocolDetail(unreadable), describe(unreadable));
    }
  }

  onHead(head: ResponseHead): void {
    const exchange = this.#exchange;
    if (exchange === null) return;
    exchange.flight.headers = this.#stamp;
    exchange.flight.httpStatus = head.status;
    this.#status = head.status;
    const encoding = head.headers.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity' && head.status === 200) {
      throw new ProtocolError(
        `the answer is compressed (content-encoding: ${encoding}) although that was not asked for`,
      );
    }
    const type = head.headers.get('content-type') ?? '';
    this.#streaming = head.status === 200 && !/json|html|xml/i.test(type.replace('text/event-stream', ''));
    this.#scanner.reset();
    if (head.status === 200 && !this.#streaming) {
      fail(exchange.flight, 'protocol', `not a stream: ${type}`, '');
    }
  }

  onBody(buffer: Buffer, start: number, end: number): void {
    if (this.#streaming) this.#scanner.push(buffer, start, end, this.#stamp);
    else if (this.#sample.length < sampleBytes)
      this.#sample += buffer.toString('utf8', start, Math.min(end, start + sampleBytes));
  }

  onEvent(buffer: Buffer, start: number, end: number, stamp: number): void {
    const exchange = this.#exchange;
    if (exchange === null || exchange.flight.sawDone) return;
    const { reader, reading } = this.#transport.shared;
    reader.read(buffer, start, end, exchange.flight, reading);
    applyReading(exchange.flight, reading, stamp, this.#transport.options.observer);
    this.#keepText(exchange.flight, reading);
  }

  #keepText(flight: Flight, reading: EventReading): void {
    const keep = this.#transport.options.keepText;
    if (keep === 'none') return;
    if (keep === 'all') flight.text += reading.text;
    if (flight.streamedTokens === unset) flight.escapedText += reading.escapedText;
  }

  onMessageEnd(): void {
    if (this.#streaming) this.#scanner.finish();
    this.#messageEnded = true;
  }

  onClose(error: Error | null): void {
    this.#closed = true;
    this.#settleOpened();
    const exchange = this.#exchange;
    if (exchange !== null) this.#lose(exchange, error);
    this.#transport.forget(this);
  }

  #send(exchange: Exchange): void {
    const clock = this.#transport.options.clock;
    this.#parser.expectResponse();
    this.#socket.write(exchange.bytes, () => {
      if (exchange.flight.sent === unset) exchange.flight.sent = clock.now();
    });
    if (this.#socket.writableLength === 0) exchange.flight.sent = clock.now();
  }

  /** The message is whole, or `[DONE]` came and its end did not. */
  #complete(exchange: Exchange, reusable: boolean): void {
    const flight = exchange.flight;
    if (flight.closed === unset) flight.closed = this.#stamp;
    if (this.#status !== 200) fail(flight, 'http-status', String(this.#status), this.#sample);
    else if (flight.errorClass !== null && !this.#streaming) flight.errorSample = this.#sample.slice(0, 500);
    judgeAnswer(flight, this.#transport.options.dialect.tokenSource);
    this.#end(exchange, reusable);
  }

  /** The socket is gone while a request is on it. */
  #lose(exchange: Exchange, error: Error | null): void {
    const flight = exchange.flight;
    const why = error === null ? 'the server closed the connection' : describe(error);
    if (!this.#connected) {
      this.#failWith(exchange, 'connect', systemCode(error), why);
    } else if (flight.sawDone || (this.#streaming && this.#finishesByClose(flight))) {
      this.#complete(exchange, false);
    } else if (!this.#received && this.#reusedAfterIdle > staleIdle) {
      this.#transport.counts.staleReplaced++;
      this.#reusedAfterIdle = 0;
      this.#exchange = null;
      this.#transport.forget(this);
      flight.sent = unset;
      this.#transport.launch(exchange);
    } else {
      const when = this.#received ? 'in the middle of the answer' : 'before any answer';
      this.#failWith(exchange, 'protocol', `connection lost ${when}`, `${why} ${when}`);
    }
  }

  /** A close-delimited stream ends with the connection, but only one that said why it finished is whole. */
  #finishesByClose(flight: Flight): boolean {
    if (!this.#parser.closeDelimited) return false;
    this.#scanner.finish();
    return flight.sawDone || flight.finishReason !== null;
  }

  #failWith(
    exchange: Exchange,
    errorClass: NonNullable<Flight['errorClass']>,
    detail: string,
    sample: string,
  ): void {
    const flight = exchange.flight;
    if (flight.closed === unset) flight.closed = this.#transport.options.clock.now();
    fail(flight, errorClass, detail, sample);
    settleTokens(flight, this.#transport.options.dialect.tokenSource);
    this.#end(exchange, false);
  }

  #end(exchange: Exchange, reusable: boolean): void {
    const flight = exchange.flight;
    if (flight.closed === unset) flight.closed = this.#transport.options.clock.now();
    this.#exchange = null;
    if (this.#socket.writableLength === 0) this.#transport.options.releaseBytes(exchange.bytes);
    const keep = reusable && !this.#closed;
    this.idleSince = flight.closed;
    this.#transport.release(this, keep);
    if (!keep) this.destroy();
    this.#transport.options.observer.left(flight);
    this.#transport.options.observer.ended(flight);
    exchange.onEnd({
      status: flight.status,
      unreachable: flight.errorClass === 'connect' || isLostEarly(flight),
    });
  }
}

const isLostEarly = (flight: Flight): boolean =>
  flight.errorClass === 'protocol' && flight.errorDetail === 'connection lost before any answer';

const systemCode = (error: Error | null): string =>
  error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'connection closed';

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const protocolDetail = (error: unknown): string =>
  error instanceof ProtocolError ? error.message : 'unreadable answer';
