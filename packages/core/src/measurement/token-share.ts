import { type Flight, unset } from '../transport/flight.ts';

/** Output tokens of a request inside the window and in all; `null` when unknown. */
export type TokenShare = { readonly inWindow: number | null; readonly total: number | null };

/**
 * The output tokens of events inside the window. Exact where the stream counts each event; where only the total is
 * known, the total in proportion to the request's events inside the window.
 */
export function tokenShare(flight: Flight, sawWindow: boolean): TokenShare {
  const total =
    flight.outputTokens >= 0
      ? flight.outputTokens
      : flight.streamedTokens >= 0
        ? flight.streamedTokens
        : null;
  if (!sawWindow) return { inWindow: 0, total };
  const eventsInWindow =
    (flight.eventsAtClose === unset ? flight.events : flight.eventsAtClose) - flight.eventsAtOpen;
  if (flight.countsEveryEvent && flight.streamedTokens >= 0) {
    const atClose = flight.tokensAtClose === unset ? flight.streamedTokens : flight.tokensAtClose;
    return { inWindow: Math.max(0, atClose - flight.tokensAtOpen), total };
  }
  if (eventsInWindow === 0) return { inWindow: 0, total };
  return { inWindow: total === null ? null : (total * eventsInWindow) / flight.events, total };
}

/** Remembers a flight's counts at the instant the window opens. */
export function snapshotAtOpen(flight: Flight): void {
  flight.eventsAtOpen = flight.events;
  flight.tokensAtOpen = Math.max(0, flight.streamedTokens);
}

/** Remembers a flight's counts at the instant the window closes. */
export function snapshotAtClose(flight: Flight): void {
  flight.eventsAtClose = flight.events;
  flight.tokensAtClose = Math.max(0, flight.streamedTokens);
}
