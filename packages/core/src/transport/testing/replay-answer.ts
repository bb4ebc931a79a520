import { AnswerReader, type ReadOutcome } from '../answer-reader.ts';
import type { Dialect, EventReader } from '../dialects/dialect.ts';
import { createEventReading } from '../dialects/dialect.ts';
import { fail, judgeAnswer } from '../exchange.ts';
import { Flight, unset } from '../flight.ts';
import { RememberedHead } from '../remembered-head.ts';
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
 * Reads a recorded answer, status line and all, that comes in pieces, and then the connection closes.
 * The stamp of a read is its number. One reader may serve many replays, as it serves many requests of a worker.
 */
export function replayAnswer(
  bytes: Buffer,
  cuts: readonly number[],
  dialect: Dialect,
  reader: EventReader = dialect.createReader('none'),
): ReplayedAnswer {
  const flight = newFlight();
  const gapTokens: number[] = [];
  const observer = {
    gap: (_: Flight, _gap: number, tokens: number) => void gapTokens.push(tokens),
    left: () => undefined,
    ended: () => undefined,
  };
  const answer = new AnswerReader({
    reader,
    reading: createEventReading(),
    keepText: 'all',
    observer,
    lastHead: new RememberedHead(),
  });
  answer.begin(flight);
  answer.expectAnswer();
  const outcomes: ReadOutcome[] = [];
  readInPieces(bytes, cuts, ({ buffer, length }, index) => {
    if (outcomes.at(-1)?.kind !== 'unreadable') outcomes.push(answer.push(buffer, length, index));
  });
  const last = outcomes.at(-1) ?? { kind: 'more' };
  if (last.kind === 'unreadable') fail(flight, 'protocol', 'unreadable', String(last.error));
  else if (last.kind === 'more' && !flight.sawDone && !answer.endsByClose())
    fail(flight, 'protocol', 'connection lost in the middle of the answer', '');
  answer.settle(flight);
  judgeAnswer(flight, dialect.tokenSource);
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
