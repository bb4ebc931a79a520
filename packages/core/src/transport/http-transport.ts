import type { Clock } from '../clock/clock.ts';
import type { Attempt, AttemptEnd, RequestTransport } from '../load/request-transport.ts';
import type { Micros } from '../units/units.ts';
import { ConnectionCounts } from './connection-counts.ts';
import { createEventReading, type Dialect, type KeptText } from './dialects/dialect.ts';
import { Flight } from './flight.ts';
import { type ConnectionOwner, type Exchange, HttpConnection } from './http-connection.ts';
import { ReadBuffer } from './open-socket.ts';
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
const sweepMillis = 20;

/** Sends requests over keep-alive connections and takes the marks. One per worker and target. */
export class HttpTransport implements RequestTransport, ConnectionOwner {
  readonly counts = new ConnectionCounts();
  readonly shared: ConnectionOwner['shared'];
  readonly options: HttpTransportOptions;
  readonly #prepared = new Map<number, Buffer>();
  readonly #idle: HttpConnection[] = [];
  readonly #active = new Set<HttpConnection>();
  readonly #sweep: NodeJS.Timeout;

  constructor(options: HttpTransportOptions) {
    this.options = options;
    this.shared = {
      readBuffer: new ReadBuffer(),
      reader: options.dialect.createReader(options.keepText),
      reading: createEventReading(),
      keepText: options.keepText,
      observer: options.observer,
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
    const openings = Array.from({ length: Math.max(0, missing) }, () => new HttpConnection(this).opened);
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
    const connection = this.#takeIdle(exchange.flight.dispatched) ?? new HttpConnection(this);
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

  release(connection: HttpConnection, reusable: boolean): void {
    this.#active.delete(connection);
    if (reusable) this.#idle.push(connection);
  }

  forget(connection: HttpConnection): void {
    this.#active.delete(connection);
    const position = this.#idle.indexOf(connection);
    if (position >= 0) this.#idle.splice(position, 1);
  }

  #takeIdle(now: number): HttpConnection | null {
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
