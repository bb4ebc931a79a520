import { performance } from 'node:perf_hooks';
import type { Clock } from '../clock/clock.ts';
import type { Attempt, AttemptEnd, RequestTransport } from '../load/request-transport.ts';
import type { Micros } from '../units/units.ts';
import { ConnectionCounts } from './connection-counts.ts';
import type { ConnectionFate, ConnectionOwner, Exchange } from './connection-owner.ts';
import { createEventReading, type Dialect, type KeptText } from './dialects/dialect.ts';
import { Flight } from './flight.ts';
import { HttpConnection } from './http-connection.ts';
import { IdleConnections } from './idle-connections.ts';
import { openAhead } from './open-ahead.ts';
import { ReadBuffer, SocketOpener } from './open-socket.ts';
import { ReadQueue } from './read-queue.ts';
import { RememberedHead } from './remembered-head.ts';
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

const sweepMillis = 20;

/** Sends requests over keep-alive connections and takes the marks. One per worker and target. */
export class HttpTransport implements RequestTransport, ConnectionOwner {
  readonly counts = new ConnectionCounts();
  readonly queue: ReadQueue;
  readonly shared: ConnectionOwner['shared'];
  readonly options: HttpTransportOptions;
  readonly #prepared = new Map<number, Buffer>();
  readonly #idle = new IdleConnections<HttpConnection>();
  /** In the order of dispatch, which is the order in which they run out of time. */
  readonly #active = new Set<HttpConnection>();
  /** Saw `[DONE]` and not yet the end of its message, in the order in which it came; most have ended since. */
  readonly #ending = new Set<HttpConnection>();
  /** The server said that it closes these, in the order in which it did. */
  readonly #closing = new Set<HttpConnection>();
  readonly #opening = new Set<HttpConnection>();
  readonly #sweep: NodeJS.Timeout;
  #closed = false;

  constructor(options: HttpTransportOptions) {
    this.options = options;
    this.queue = new ReadQueue(options.clock, {
      rested: () => performance.nodeTiming.idleTime,
      afterReads: (run) => void setImmediate(run),
    });
    this.shared = {
      opener: new SocketOpener(options.address, new ReadBuffer()),
      reader: options.dialect.createReader(options.keepText),
      reading: createEventReading(),
      keepText: options.keepText,
      observer: options.observer,
      lastHead: new RememberedHead(),
    };
    this.#sweep = setInterval(() => this.#sweepConnections(), sweepMillis);
    this.#sweep.unref();
  }

  /** Flights in the air now, for the window's snapshots. */
  *flights(): Iterable<Flight> {
    for (const connection of this.#active) if (connection.flight !== null) yield connection.flight;
  }

  /**
   * Opens connections ahead of the stage, a bounded number at once, until `count` of them are idle. Those that cannot be
   * opened are left to the requests, which then say so.
   */
  async open(count: number): Promise<void> {
    await openAhead(count - this.#idle.size, () => {
      if (this.#closed) return null;
      const connection = new HttpConnection(this);
      this.#opening.add(connection);
      return connection;
    });
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

  /** Cuts what is in flight and closes every connection, those that are still being opened too. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#sweep);
    this.cutAll();
    for (let idle = this.#idle.take(); idle !== undefined; idle = this.#idle.take()) idle.destroy();
    for (const connection of [...this.#opening, ...this.#closing]) connection.destroy();
  }

  release(connection: HttpConnection, fate: ConnectionFate): void {
    this.#leave(connection);
    if (fate === 'keep') this.#idle.add(connection);
    else if (fate === 'await-close') this.#closing.add(connection);
  }

  awaitEnd(connection: HttpConnection): void {
    // Anew at the end: an earlier answer of this connection may have left it here.
    this.#ending.delete(connection);
    this.#ending.add(connection);
  }

  forget(connection: HttpConnection): void {
    this.#leave(connection);
    this.#closing.delete(connection);
    this.#idle.remove(connection);
  }

  #leave(connection: HttpConnection): void {
    this.#active.delete(connection);
    if (this.#opening.size > 0) this.#opening.delete(connection);
  }

  #takeIdle(now: number): HttpConnection | null {
    for (let connection = this.#idle.take(); connection !== undefined; connection = this.#idle.take()) {
      if (!connection.isTooOld(now)) {
        this.counts.reused++;
        return connection;
      }
      connection.destroy();
    }
    return null;
  }

  /**
   * Each set is in the order in which its connections fall due, so the first one that is not due ends the look at it:
   * 10,000 streams cost what one does. (A request that was sent once more stands behind its due time by that long.)
   */
  #sweepConnections(): void {
    const now = this.options.clock.now();
    this.queue.turned(now);
    for (const connection of this.#active) if (!connection.endIfLate(now)) break;
    for (const connection of this.#ending) {
      if (!connection.endAfterDone(now)) break;
      this.#ending.delete(connection);
    }
    for (const connection of this.#closing) if (!connection.closeIfLingering(now)) break;
  }
}
