import type { Dialect, EventReader } from '../dialects/dialect.ts';
import { createEventReading } from '../dialects/dialect.ts';
import { applyReading, fail, judgeAnswer } from '../exchange.ts';
import { Flight, unset } from '../flight.ts';
import { HttpResponseParser } from '../http-response-parser.ts';
import { SseScanner } from '../sse-scanner.ts';
import { readInPieces } from './read-pieces.ts';

/** A flight that was sent at 0, for a test to fill. */
export const newFlight = (): Flight => {
  const flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: false, firstWave: false });
  flight.dispatched = 0;
  flight.sent = 0;
  return flight;
};

/** A replayed answer's flight, and the token gaps that its observer was told. */
export type ReplayedAnswer = { readonly flight: Flight; readonly gapTokens: readonly number[] };

/**
 * Reads a recorded answer, status line and all, that comes in pieces, with the parts that a connection is made of.
 * The stamp of a read is its number. One reader may serve many replays, as it serves many requests of a worker.
 */
export function replayAnswer(
  bytes: Buffer,
  cuts: readonly number[],
  dialect: Dialect,
  reader: EventReader = dialect.createReader('none'),
): ReplayedAnswer {
  const flight = newFlight();
  const reading = createEventReading();
  const gapTokens: number[] = [];
  const observer = {
    gap: (_: Flight, _gap: number, tokens: number) => void gapTokens.push(tokens),
    left: () => undefined,
    ended: () => undefined,
  };
  let now = 0;
  const scanner = new SseScanner({
    onEvent(buffer, start, end, stamp) {
      if (flight.sawDone) return;
      reader.read(buffer, start, end, flight, reading);
      applyReading(flight, reading, stamp, observer);
      flight.text += reading.text;
    },
  });
  const parser = new HttpResponseParser({
    onHead({ status, headers }) {
      flight.headers = now;
      flight.httpStatus = status;
      if (status !== 200) fail(flight, 'http-status', String(status), '');
      else if (headers.get('content-type') === 'application/json')
        fail(flight, 'protocol', 'not a stream', '');
    },
    onBody(buffer, start, end) {
      if (flight.errorClass === null || flight.errorClass === 'in-stream')
        scanner.push(buffer, start, end, now);
    },
    onMessageEnd() {
      scanner.finish();
      if (flight.closed === unset) flight.closed = now;
      judgeAnswer(flight, dialect.tokenSource);
    },
  });
  parser.expectResponse();
  readInPieces(bytes, cuts, ({ buffer, length }, index) => {
    now = index;
    parser.push(buffer, 0, length);
  });
  return { flight, gapTokens };
}

/** All of a flight that does not depend on when its reads came: counts, words, and which marks were set. */
export function timelessFlight({ flight, gapTokens }: ReplayedAnswer): Record<string, unknown> {
  return {
    status: flight.status,
    errorClass: flight.errorClass,
    errorDetail: flight.errorDetail,
    finishReason: flight.finishReason,
    events: flight.events,
    streamedTokens: flight.streamedTokens,
    firstEventTokens: flight.firstEventTokens,
    countsEveryEvent: flight.countsEveryEvent,
    inputTokens: flight.inputTokens,
    outputTokens: flight.outputTokens,
    reasoningTokens: flight.reasoningTokens,
    cachedTokens: flight.cachedTokens,
    sawDone: flight.sawDone,
    hasFirstToken: flight.firstToken !== unset,
    hasFirstText: flight.firstText !== unset,
    hasFirstAnswer: flight.firstAnswer !== unset,
    gapTokens,
  };
}
