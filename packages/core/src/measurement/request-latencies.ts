import { type Flight, unset } from '../transport/flight.ts';
import type { RequestLatency } from './latency-names.ts';

const between = (from: number, to: number): number => (from === unset || to === unset ? unset : to - from);

/** Each per-request latency by its definition, in microseconds; `unset` (-1) where a mark or count is unknown. */
export const latencyFormulas: Readonly<Record<RequestLatency, (flight: Flight) => number>> = {
  startLag: (flight) => between(flight.scheduled, flight.dispatched),
  connectTime: (flight) => between(flight.dispatched, flight.sent),
  ttft: (flight) => between(flight.sent, flight.firstToken),
  ttftResponse: (flight) => between(flight.scheduled, flight.firstToken),
  ttfa: (flight) => between(flight.sent, flight.firstAnswer),
  timeToFirstText: (flight) => between(flight.sent, flight.firstText),
  tpot: timePerOutputToken,
  ntpot: (flight) =>
    flight.outputTokens > 0 && flight.lastToken !== unset
      ? (flight.lastToken - flight.sent) / flight.outputTokens
      : unset,
  maxStall: (flight) => flight.maxStall,
  e2e: (flight) => between(flight.sent, flight.lastToken),
  e2eResponse: (flight) => between(flight.scheduled, flight.lastToken),
};

/** (lastToken - firstToken) / (outputTokens - tokens in the first event); unknown without a token after the first event. */
export function timePerOutputToken(flight: Flight): number {
  const inFirstEvent = tokensInFirstEvent(flight);
  if (inFirstEvent === unset || flight.firstToken === unset) return unset;
  const later = flight.outputTokens - inFirstEvent;
  return later > 0 && flight.lastToken > flight.firstToken
    ? (flight.lastToken - flight.firstToken) / later
    : unset;
}

/** Known from the stream's own counts, or because there were as many events as tokens: then each carried one. */
function tokensInFirstEvent(flight: Flight): number {
  if (flight.firstEventTokens !== unset) return flight.firstEventTokens;
  return flight.outputTokens > 0 && flight.events === flight.outputTokens ? 1 : unset;
}
