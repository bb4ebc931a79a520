import type { Socket } from 'node:net';
import type { Clock } from '../clock/clock.ts';
import type { AttemptEnd } from '../load/request-transport.ts';
import { AnswerReader, type AnswerReading, type ReadOutcome } from './answer-reader.ts';
import type { ConnectionCounts } from './connection-counts.ts';
import type { ErrorClass } from './error-class.ts';
import { fail, judgeAnswer, settleTokens } from './exchange.ts';
import { type Flight, type TokenSource, unset } from './flight.ts';
import { type ConnectionEvents, openSocket, type ReadBuffer } from './open-socket.ts';
import { ProtocolError } from './protocol-error.ts';
import type { TargetAddress } from './target-address.ts';

/** A request on its way: its flight, its bytes, and whom to tell when it is over. */
export type Exchange = {
  readonly flight: Flight;
  readonly onEnd: (end: AttemptEnd) => void;
  readonly bytes: Buffer;
};

/** What a connection needs of the transport that it belongs to. */
export type ConnectionOwner = {
  readonly counts: ConnectionCounts;
  readonly options: {
    readonly address: TargetAddress;
    readonly clock: Clock;
    readonly dialect: { readonly tokenSource: TokenSource };
    readonly timeout: number;
    readonly releaseBytes: (bytes: Buffer) => void;
  };
  readonly shared: AnswerReading & { readonly readBuffer: ReadBuffer };
  /** The connection carries nothing any more; it may carry another request if `reusable`. */
  release(connection: HttpConnection, reusable: boolean): void;
  /** The connection is gone. */
  forget(connection: HttpConnection): void;
  /** Sends an exchange on another connection. */
  launch(exchange: Exchange): void;
};

/** A reused connection that had been idle this long and closes without a byte lost the race; the request goes out once more. */
const staleIdle = 50_000;
/** How long to wait for the end of the message after `[DONE]`. */
const doneGrace = 100_000;

/** One connection and the exchange that it carries. */
export class HttpConnection implements ConnectionEvents {
  idleSince = 0;
  /** Settles when the connection is open, or has failed to open. */
  readonly opened: Promise<void>;
  readonly #owner: ConnectionOwner;
  readonly #answer: AnswerReader;
  readonly #socket: Socket;
  #exchange: Exchange | null = null;
  #connected = false;
  #closed = false;
  #reusedAfterIdle = 0;
  #received = false;
  #settleOpened: () => void = () => {};

  constructor(owner: ConnectionOwner) {
    this.#owner = owner;
    this.opened = new Promise((resolve) => {
      this.#settleOpened = resolve;
    });
    this.#answer = new AnswerReader(owner.shared);
    owner.counts.opened++;
    this.#socket = openSocket(owner.options.address, owner.shared.readBuffer, this);
  }

  get flight(): Flight | null {
    return this.#exchange?.flight ?? null;
  }

  carry(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#received = false;
    this.#answer.begin(exchange.flight);
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
    settleTokens(exchange.flight, this.#owner.options.dialect.tokenSource);
    this.#end(exchange, false);
  }

  /** Looks at the clock now and then: the request's time-out, and a socket that stays open after `[DONE]`. */
  checkTime(now: number): void {
    const exchange = this.#exchange;
    if (exchange === null) return;
    const { timeout } = this.#owner.options;
    if (exchange.flight.sawDone && now - exchange.flight.closed > doneGrace) this.#complete(exchange, false);
    else if (now - exchange.flight.dispatched > timeout) {
      const what = exchange.flight.headers === unset ? 'no answer' : 'no end of the answer';
      this.#failWith(exchange, 'timeout', what, `${what} within ${Math.round(timeout / 1e6)} s`);
    }
  }

  onConnect(): void {
    this.#connected = true;
    this.#settleOpened();
    if (this.#exchange !== null) this.#send(this.#exchange);
    else {
      this.idleSince = this.#owner.options.clock.now();
      this.#owner.release(this, true);
    }
  }

  onRead(buffer: Buffer, length: number): void {
    const now = this.#owner.options.clock.now();
    const exchange = this.#exchange;
    this.#owner.counts.reads++;
    this.#owner.counts.bytes += length;
    if (exchange === null) {
      this.destroy();
      return;
    }
    this.#received = true;
    const outcome: ReadOutcome = this.#answer.push(buffer, length, now);
    if (outcome.kind === 'ended') this.#complete(exchange, outcome.reusable);
    else if (outcome.kind === 'unreadable') {
      this.#failWith(exchange, 'protocol', protocolDetail(outcome.error), describe(outcome.error));
    }
  }

  onClose(error: Error | null): void {
    this.#closed = true;
    this.#settleOpened();
    const exchange = this.#exchange;
    if (exchange !== null) this.#lose(exchange, error);
    this.#owner.forget(this);
  }

  #send(exchange: Exchange): void {
    const { clock } = this.#owner.options;
    this.#answer.expectAnswer();
    this.#socket.write(exchange.bytes, () => {
      if (exchange.flight.sent === unset) exchange.flight.sent = clock.now();
    });
    if (this.#socket.writableLength === 0) exchange.flight.sent = clock.now();
  }

  /** The message is whole, or `[DONE]` came and its end did not. */
  #complete(exchange: Exchange, reusable: boolean): void {
    this.#answer.settle(exchange.flight);
    judgeAnswer(exchange.flight, this.#owner.options.dialect.tokenSource);
    this.#end(exchange, reusable);
  }

  /** The socket is gone while a request is on it. */
  #lose(exchange: Exchange, error: Error | null): void {
    const why = error === null ? 'the server closed the connection' : describe(error);
    if (!this.#connected) this.#failWith(exchange, 'connect', systemCode(error), why);
    else if (exchange.flight.sawDone || this.#answer.endsByClose()) this.#complete(exchange, false);
    else if (!this.#received && this.#reusedAfterIdle > staleIdle) this.#sendElsewhere(exchange);
    else {
      const when = this.#received ? 'in the middle of the answer' : 'before any answer';
      this.#failWith(exchange, 'protocol', `connection lost ${when}`, `${why} ${when}`);
    }
  }

  /** The server had closed this idle connection before it saw the request. */
  #sendElsewhere(exchange: Exchange): void {
    this.#owner.counts.staleReplaced++;
    this.#reusedAfterIdle = 0;
    this.#exchange = null;
    this.#owner.forget(this);
    exchange.flight.sent = unset;
    this.#owner.launch(exchange);
  }

  #failWith(exchange: Exchange, errorClass: ErrorClass, detail: string, sample: string): void {
    fail(exchange.flight, errorClass, detail, sample);
    settleTokens(exchange.flight, this.#owner.options.dialect.tokenSource);
    this.#end(exchange, false);
  }

  #end(exchange: Exchange, reusable: boolean): void {
    const { flight } = exchange;
    if (flight.closed === unset) flight.closed = this.#owner.options.clock.now();
    this.#exchange = null;
    if (this.#socket.writableLength === 0) this.#owner.options.releaseBytes(exchange.bytes);
    const keep = reusable && !this.#closed;
    this.idleSince = flight.closed;
    this.#owner.release(this, keep);
    if (!keep) this.destroy();
    this.#owner.shared.observer.left(flight);
    this.#owner.shared.observer.ended(flight);
    exchange.onEnd({
      status: flight.status,
      unreachable: flight.errorClass === 'connect' || isLostEarly(flight),
      timedOut: flight.errorClass === 'timeout',
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
