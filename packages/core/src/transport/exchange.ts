import type { EventReading } from './dialects/dialect.ts';
import { type Flight, type TokenSource, unset } from './flight.ts';
import type { TokenObserver } from './token-observer.ts';

/** Applies what one stream event says to the request's marks and counts. Runs once per event: it allocates nothing. */
export function applyReading(
  flight: Flight,
  reading: EventReading,
  stamp: number,
  observer: TokenObserver,
): void {
  if (reading.kind === 'done') {
    endStream(flight, stamp);
    return;
  }
  if (reading.kind === 'error') {
    failInStream(flight, reading.errorMessage);
    return;
  }
  // Usage after events that carried none, as servers send it that put it on the last event: a total, not that event's tokens.
  const totals = reading.totalsOnly || !flight.countsEveryEvent;
  if (totals && reading.cumulativeTokens >= 0) flight.outputTokens = reading.cumulativeTokens;
  if (!reading.totalsOnly) {
    const tokens = totals ? -1 : countAdvance(flight, reading);
    if (reading.kind === 'text' || tokens > 0) markToken(flight, reading, tokens, stamp, observer);
  }
  if (reading.ends) endStream(flight, stamp);
}

function endStream(flight: Flight, stamp: number): void {
  flight.sawDone = true;
  flight.closed = stamp;
}

/** Tokens that the counts advanced by with this event; -1 when it does not say. */
function countAdvance(flight: Flight, reading: EventReading): number {
  const before = Math.max(flight.streamedTokens, 0);
  if (reading.cumulativeTokens >= 0) {
    const advance = reading.cumulativeTokens - before;
    if (advance < 0) return 0;
    flight.streamedTokens = reading.cumulativeTokens;
    return advance;
  }
  if (reading.ownTokens < 0) return -1;
  flight.streamedTokens = before + reading.ownTokens;
  return reading.ownTokens;
}

function markToken(
  flight: Flight,
  reading: EventReading,
  tokens: number,
  stamp: number,
  observer: TokenObserver,
): void {
  if (tokens < 0) flight.countsEveryEvent = false;
  if (flight.events === 0) {
    flight.firstToken = stamp;
    if (tokens >= 0) flight.firstEventTokens = tokens;
  } else {
    const gap = stamp - flight.lastToken;
    if (gap > flight.maxStall) flight.maxStall = gap;
    const countedGap = tokens > 0 && flight.lastCounted >= 0 ? stamp - flight.lastCounted : -1;
    observer.gap(flight, gap, tokens, countedGap);
  }
  if (tokens >= 0 && (tokens > 0 || flight.events === 0)) flight.lastCounted = stamp;
  flight.lastToken = stamp;
  flight.events++;
  if (flight.firstText === unset && reading.visible) flight.firstText = stamp;
  if (flight.firstAnswer === unset && !reading.reasoning) flight.firstAnswer = stamp;
}

function failInStream(flight: Flight, message: string): void {
  if (flight.errorClass !== null) return;
  flight.errorClass = message.startsWith('an event is not') ? 'protocol' : 'in-stream';
  flight.errorDetail = flight.errorClass === 'protocol' ? 'event is not JSON' : 'error event';
  flight.errorSample = message;
}

/**
 * The answer's message is whole: decides whether it is an answer. A stream without a token and without a count of zero
 * is `empty`: counting it as an answer would make absurd request rates.
 */
export function judgeAnswer(flight: Flight, dialectSource: TokenSource): void {
  settleTokens(flight, dialectSource);
  if (flight.errorClass !== null) {
    flight.status = 'failed';
    return;
  }
  const zeroTokenAnswer = flight.outputTokens >= 0 && flight.finishReason !== null;
  if (flight.events === 0 && !zeroTokenAnswer && !(flight.outputTokens > 0)) {
    fail(flight, 'empty', 'no token', 'the stream ended without a single token');
    return;
  }
  flight.status = 'completed';
}

/** Final token counts: the server's usage, else the native or per-event counts, else unknown. */
export function settleTokens(flight: Flight, dialectSource: TokenSource): void {
  if (flight.outputTokens === unset && flight.streamedTokens >= 0 && flight.countsEveryEvent) {
    flight.outputTokens = flight.streamedTokens;
  }
  if (flight.outputTokens !== unset) flight.tokenSource = dialectSource;
}

export function fail(
  flight: Flight,
  errorClass: NonNullable<Flight['errorClass']>,
  detail: string,
  sample: string,
): void {
  flight.status = 'failed';
  if (flight.errorClass !== null) return;
  flight.errorClass = errorClass;
  flight.errorDetail = detail;
  flight.errorSample = sample.slice(0, 500);
}
