import type { Attempt, FlightStatus } from '../load/request-transport.ts';
import type { ErrorClass } from './error-class.ts';

/** Where a request's output token count comes from. */
export type TokenSource = 'usage' | 'native' | 'tokenizer' | 'unknown';

/** A mark or a count that was never set. Marks are microseconds from the run's zero, so no true one is negative. */
export const unset = -1;

/**
 * One request in flight: its marks and counts, filled in place by the transport (no allocation per token).
 * Every mark is in microseconds from the run's zero; `unset` (-1) when it did not happen.
 */
export class Flight {
  readonly attempt: Attempt;
  readonly scheduled: number;
  dispatched = unset;
  sent = unset;
  headers = unset;
  firstToken = unset;
  firstText = unset;
  firstAnswer = unset;
  lastToken = unset;
  closed = unset;

  /** Token-bearing events. */
  events = 0;
  /** Tokens known from the stream so far (cumulative counts), `unset` while none came. */
  streamedTokens = unset;
  /** Tokens of the first event, `unset` when unknown. */
  firstEventTokens = unset;
  /** Instant of the last event whose tokens are counted; the token gap runs from here. */
  lastCounted = unset;
  /** False as soon as an event's tokens are unknown. */
  countsEveryEvent = true;
  maxStall = unset;

  inputTokens = unset;
  outputTokens = unset;
  reasoningTokens = unset;
  cachedTokens = unset;
  tokenSource: TokenSource = 'unknown';
  finishReason: string | null = null;

  status: FlightStatus = 'cut';
  errorClass: ErrorClass | null = null;
  /** A short name of the error within its class, for example the HTTP status. */
  errorDetail = '';
  /** What the server or the system said. */
  errorSample = '';
  httpStatus = unset;
  openedConnection = false;
  sawDone = false;
  /** Kept text, only when the stage asks for it. */
  text = '';
  /** All text as the inside of a JSON string, for a tokenizer to count; only while the server does not count. */
  escapedText = '';

  /** Counts at the instant the measurement window opened and closed; 0 and `unset` until then. */
  eventsAtOpen = 0;
  tokensAtOpen = 0;
  eventsAtClose = unset;
  tokensAtClose = unset;

  constructor(attempt: Attempt) {
    this.attempt = attempt;
    this.scheduled = attempt.scheduled ?? unset;
  }
}
