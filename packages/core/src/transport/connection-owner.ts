import type { Clock } from '../clock/clock.ts';
import type { AttemptEnd } from '../load/request-transport.ts';
import type { AnswerReading } from './answer-reader.ts';
import type { ConnectionCounts } from './connection-counts.ts';
import type { Flight, TokenSource } from './flight.ts';
import type { HttpConnection } from './http-connection.ts';
import type { SocketOpener } from './open-socket.ts';
import type { ReadQueue } from './read-queue.ts';

/** A request on its way: its flight, its bytes until they are given back, and whom to tell when it is over. */
export type Exchange = {
  readonly flight: Flight;
  readonly onEnd: (end: AttemptEnd) => void;
  bytes: Buffer | null;
};

/** What becomes of a connection after an answer: it carries the next, the server closes it as it said, or it is closed. */
export type ConnectionFate = 'keep' | 'await-close' | 'destroy';
/** How opening ahead went; `busy` is a server whose queue of new connections is full. */
export type OpenOutcome = 'open' | 'busy' | 'failed';

/** What a connection needs of the transport that it belongs to. */
export type ConnectionOwner = {
  readonly counts: ConnectionCounts;
  readonly queue: ReadQueue;
  readonly options: {
    readonly clock: Clock;
    readonly dialect: { readonly tokenSource: TokenSource };
    readonly timeout: number;
    readonly releaseBytes: (bytes: Buffer) => void;
  };
  readonly shared: AnswerReading & { readonly opener: SocketOpener };
  /** The connection carries nothing any more. */
  release(connection: HttpConnection, fate: ConnectionFate): void;
  /** `[DONE]` came, and the end of its message did not. */
  awaitEnd(connection: HttpConnection): void;
  /** The connection is gone. */
  forget(connection: HttpConnection): void;
  /** Sends an exchange on another connection. */
  launch(exchange: Exchange): void;
};
