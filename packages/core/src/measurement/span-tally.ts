import { type Flight, unset } from '../transport/flight.ts';

/** What is summed over the window, and over the whole stage. Tokens are counts; unknown ones are counted as requests. */
export type SpanTally = {
  completed: number;
  failed: number;
  outputTokens: number;
  inputTokens: number;
  /** Requests with token events of which the number of tokens is unknown. */
  unknownOutput: number;
  unknownInput: number;
  /** Sums over completed requests with known counts, for the mean speed of one request. */
  speedSum: number;
  speedCount: number;
};

export const emptyTally = (): SpanTally => ({
  completed: 0,
  failed: 0,
  outputTokens: 0,
  inputTokens: 0,
  unknownOutput: 0,
  unknownInput: 0,
  speedSum: 0,
  speedCount: 0,
});

/** Output tokens count where their events were, input tokens when the first token arrived. */
export function addTokens(
  tally: SpanTally,
  flight: Flight,
  output: number | null,
  firstTokenInside: boolean,
): void {
  if (output === null) tally.unknownOutput++;
  else tally.outputTokens += output;
  if (!firstTokenInside) return;
  if (flight.inputTokens === unset) tally.unknownInput++;
  else tally.inputTokens += flight.inputTokens;
}

/** requestSpeed = outputTokens / e2e, in tokens per second. */
export function addSpeed(tally: SpanTally, flight: Flight): void {
  const duration = flight.lastToken - flight.sent;
  if (flight.outputTokens <= 0 || flight.lastToken === unset || duration <= 0) return;
  tally.speedSum += (flight.outputTokens * 1e6) / duration;
  tally.speedCount++;
}
