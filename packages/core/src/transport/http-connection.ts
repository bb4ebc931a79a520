import type { Socket } from 'node:net';
import { AnswerReader, type ReadOutcome } from './answer-reader.ts';
import { describeConnectFailure, isQueueFull } from './connect-failure.ts';
import type { ConnectionFate, ConnectionOwner, Exchange, OpenOutcome } from './connection-owner.ts';
import type { ErrorClass } from './error-class.ts';
import { fail, judgeAnswer, settleTokens } from './exchange.ts';
import { type Flight, unset } from './flight.ts';
import type { ConnectionEvents } from './open-socket.ts';
import { protocolDetail } from './protocol-error.ts';

/** A reused connection that had been idle this long and closes without a byte lost the race; the request goes out once more. */
const staleIdle = 50_000;
/** How long to wait for the end of the message after `[DONE]`, and for the close that the server announced. */
const doneGrace = 100_000;
const closeGrace = 500_000;
/**
 * An idle connection older than this is closed, not reused: servers drop idle ones after 5 s (uvicorn), unseen by us. One
 * that has not carried anything yet is kept longer: the same servers wait for a first request without limit.
 */
const maximumIdle = 3_000_000;
const maximumUnusedIdle = 30_000_000;
const nothing = Buffer.alloc(0);

/** One connection and the exchange that it carries. */
export class HttpConnection implements ConnectionEvents {
  idlePosition = -1;
  readonly #owner: ConnectionOwner;
  readonly #answer: AnswerReader;
  readonly #socket: Socket;
  #exchange: Exchange | null = null;
  #idleSince = 0;
  #used = false;
  #connected = false;
  #closed = false;
  #reusedAfterIdle = 0;
  #received = false;
  #onOpenOutcome: ((outcome: OpenOutcome) => void) | null = null;

  constructor(owner: ConnectionOwner) {
    this.#owner = owner;
    this.#answer = new AnswerReader(owner.shared);
    this.#socket = owner.shared.opener.open(this);
  }

  get flight(): Flight | null {
    return this.#exchange?.flight ?? null;
  }

  /** Settles when the connection is open or has failed to open; ask at once after making it. */
  whenOpen(): Promise<OpenOutcome> {
    return new Promise((resolve) => {
      this.#onOpenOutcome = resolve;
    });
  }

  isTooOld(now: number): boolean {
    return now - this.#idleSince >= (this.#used ? maximumIdle : maximumUnusedIdle);
  }

  carry(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#received = false;
    this.#used = true;
    this.#answer.begin(exchange.flight);
    if (this.#connected) {
      this.#reusedAfterIdle = exchange.flight.dispatched - this.#idleSince;
      this.#send(exchange);
    } else {
      exchange.flight.openedConnection = true;
      if (!exchange.flight.attempt.warmup) this.#owner.counts.waited++;
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
    this.#end(exchange, 'destroy');
  }

  /** Ends a request that is past its time-out. False while there is time: then there is for all that left after it. */
  endIfLate(now: number): boolean {
    const exchange = this.#exchange;
    if (exchange === null) return true;
    const { timeout } = this.#owner.options;
    if (now - exchange.flight.dispatched <= timeout) return false;
    const what = exchange.flight.headers === unset ? 'no answer' : 'no end of the answer';
    this.#failWith(exchange, 'timeout', what, `${what} within ${Math.round(timeout / 1e6)} s`);
    return true;
  }

  /** Ends an answer whose message did not end after `[DONE]`. False while it still may. */
  endAfterDone(now: number): boolean {
    const exchange = this.#exchange;
    if (exchange === null || !exchange.flight.sawDone) return true;
    if (now - exchange.flight.closed <= doneGrace) return false;
    this.#complete(exchange, 'destroy');
    return true;
  }

  /** Closes a connection that the server did not close as it had said. False while it still may. */
  closeIfLingering(now: number): boolean {
    if (now - this.#idleSince <= closeGrace) return false;
    this.destroy();
    return true;
  }

  onConnect(): void {
    this.#connected = true;
    this.#owner.counts.opened++;
    this.#settleOpen('open');
    if (this.#exchange !== null) this.#send(this.#exchange);
    else {
      this.#idleSince = this.#owner.options.clock.now();
      this.#owner.release(this, 'keep');
    }
  }

  onRead(buffer: Buffer, length: number): void {
    const now = this.#owner.options.clock.now();
    const exchange = this.#exchange;
    const waited = this.#owner.queue.read(now);
    this.#owner.counts.reads++;
    this.#owner.counts.bytes += length;
    if (exchange === null) {
      this.destroy();
      return;
    }
    if (!this.#received) {
      this.#received = true;
      if (exchange.flight.sent !== unset) this.#giveBack(exchange);
    }
    const outcome: ReadOutcome = this.#answer.push(buffer, length, now);
    if (exchange.flight.firstToken === now) this.#owner.queue.firstToken(waited);
    if (outcome.kind === 'ended') this.#complete(exchange, outcome.reusable ? 'keep' : 'await-close');
    else if (outcome.kind === 'unreadable') {
      this.#failWith(exchange, 'protocol', protocolDetail(outcome.error), describe(outcome.error));
    } else if (exchange.flight.sawDone) this.#owner.awaitEnd(this);
  }

  onClose(error: Error | null): void {
    this.#closed = true;
    this.#settleOpen(isQueueFull(error) ? 'busy' : 'failed');
    const exchange = this.#exchange;
    if (exchange !== null) this.#lose(exchange, error);
    this.#owner.forget(this);
  }

  #settleOpen(outcome: OpenOutcome): void {
    this.#onOpenOutcome?.(outcome);
    this.#onOpenOutcome = null;
  }

  #send(exchange: Exchange): void {
    this.#answer.expectAnswer();
    if (exchange.bytes === null) throw new Error('the bytes of a request were given back before it was sent');
    this.#socket.write(exchange.bytes);
    if (this.#socket.writableLength === 0) this.#markSent(exchange);
    else this.#markWhenWritten(exchange);
  }

  /** What is written behind the request is told of when the request has gone. The usual one goes at once and needs no callback. */
  #markWhenWritten(exchange: Exchange): void {
    this.#socket.write(nothing, (error) => {
      if (!error && this.#exchange === exchange) this.#markSent(exchange);
    });
  }

  /** The kernel has the bytes. They are given back now, not at the answer's end, but where they may have to go out again. */
  #markSent(exchange: Exchange): void {
    if (exchange.flight.sent !== unset) return;
    exchange.flight.sent = this.#owner.options.clock.now();
    if (!this.#mayBeStale) this.#giveBack(exchange);
  }

  get #mayBeStale(): boolean {
    return !this.#received && this.#reusedAfterIdle > staleIdle;
  }

  #giveBack(exchange: Exchange): void {
    if (exchange.bytes !== null) this.#owner.options.releaseBytes(exchange.bytes);
    exchange.bytes = null;
  }

  /** The message is whole, or `[DONE]` came and its end did not. */
  #complete(exchange: Exchange, fate: ConnectionFate): void {
    this.#answer.settle(exchange.flight);
    judgeAnswer(exchange.flight, this.#owner.options.dialect.tokenSource);
    this.#end(exchange, fate);
  }

  /** The socket is gone while a request is on it. */
  #lose(exchange: Exchange, error: Error | null): void {
    if (!this.#connected) {
      const { detail, sample } = describeConnectFailure(error);
      this.#failWith(exchange, 'connect', detail, sample);
    } else if (exchange.flight.sawDone || this.#answer.endsByClose()) this.#complete(exchange, 'destroy');
    else if (this.#mayBeStale) this.#sendElsewhere(exchange);
    else {
      const when = this.#received ? 'in the middle of the answer' : 'before any answer';
      const why = error === null ? 'the server closed the connection' : describe(error);
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
    this.#end(exchange, 'destroy');
  }

  #end(exchange: Exchange, wanted: ConnectionFate): void {
    const { flight } = exchange;
    if (flight.closed === unset) flight.closed = this.#owner.options.clock.now();
    this.#exchange = null;
    if (this.#socket.writableLength === 0) this.#giveBack(exchange);
    const fate = this.#closed ? 'destroy' : wanted;
    this.#idleSince = flight.closed;
    this.#owner.release(this, fate);
    if (fate === 'destroy') this.destroy();
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

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
