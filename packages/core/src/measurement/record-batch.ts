import type { Flight } from '../transport/flight.ts';

/** Where ended requests go. It must not block and must not wait. */
export type RecordSink = { take(flight: Flight): void };

/** The numbers of a request record, in the order of their columns. Marks are whole microseconds, -1 when unset. */
export const recordColumns = [
  'index',
  'user',
  'warmup',
  'firstWave',
  'openedConnection',
  'httpStatus',
  'scheduled',
  'dispatched',
  'sent',
  'headers',
  'firstToken',
  'firstText',
  'firstAnswer',
  'lastToken',
  'closed',
  'events',
  'inputTokens',
  'outputTokens',
  'reasoningTokens',
  'cachedTokens',
  'firstEventTokens',
  'maxStall',
] as const;

/** The words of a request record; they repeat, so they cross the thread as a small list. */
export type RecordWords = {
  readonly status: string;
  readonly tokenSource: string;
  readonly finishReason: string | null;
  readonly errorClass: string | null;
  readonly errorDetail: string;
};

/** Records of many requests: one row of numbers each, and one entry of words. */
export type RecordBatch = {
  readonly rows: Float64Array;
  readonly words: readonly RecordWords[];
  readonly count: number;
};

/** Small enough that the lines of a batch are no large object on the thread that writes them. */
const batchRows = 128;

/** Collects records and hands them on in batches whose memory moves to the reader's thread. */
export class RecordBatcher implements RecordSink {
  readonly #deliver: (batch: RecordBatch) => void;
  #rows = new Float64Array(batchRows * recordColumns.length);
  #words: RecordWords[] = [];
  /** The last record's words. They repeat, and an object that a batch holds many times crosses the threads once. */
  #lastWords: RecordWords | null = null;

  constructor(deliver: (batch: RecordBatch) => void) {
    this.#deliver = deliver;
  }

  take(flight: Flight): void {
    writeRow(this.#rows, this.#words.length * recordColumns.length, flight);
    this.#words.push(this.#wordsOf(flight));
    if (this.#words.length === batchRows) this.flush();
  }

  #wordsOf({ status, tokenSource, finishReason, errorClass, errorDetail }: Flight): RecordWords {
    const last = this.#lastWords;
    if (
      last !== null &&
      last.status === status &&
      last.tokenSource === tokenSource &&
      last.finishReason === finishReason &&
      last.errorClass === errorClass &&
      last.errorDetail === errorDetail
    )
      return last;
    this.#lastWords = { status, tokenSource, finishReason, errorClass, errorDetail };
    return this.#lastWords;
  }

  flush(): void {
    const count = this.#words.length;
    if (count === 0) return;
    const batch = { rows: this.#rows, words: this.#words, count };
    this.#rows = new Float64Array(batchRows * recordColumns.length);
    this.#words = [];
    this.#deliver(batch);
  }
}

function writeRow(rows: Float64Array, offset: number, flight: Flight): void {
  let column = offset;
  rows[column++] = flight.attempt.index;
  rows[column++] = flight.attempt.user;
  rows[column++] = flight.attempt.warmup ? 1 : 0;
  rows[column++] = flight.attempt.firstWave ? 1 : 0;
  rows[column++] = flight.openedConnection ? 1 : 0;
  rows[column++] = flight.httpStatus;
  rows[column++] = Math.round(flight.scheduled);
  rows[column++] = Math.round(flight.dispatched);
  rows[column++] = Math.round(flight.sent);
  rows[column++] = Math.round(flight.headers);
  rows[column++] = Math.round(flight.firstToken);
  rows[column++] = Math.round(flight.firstText);
  rows[column++] = Math.round(flight.firstAnswer);
  rows[column++] = Math.round(flight.lastToken);
  rows[column++] = Math.round(flight.closed);
  rows[column++] = flight.events;
  rows[column++] = flight.inputTokens;
  rows[column++] = flight.outputTokens;
  rows[column++] = flight.reasoningTokens;
  rows[column++] = flight.cachedTokens;
  rows[column++] = flight.firstEventTokens;
  rows[column++] = Math.round(flight.maxStall);
}
