import type { Flight } from './flight.ts';

/** Receives what happens on the streams, in the order in which it happens. Implementations must not allocate per token. */
export type TokenObserver = {
  /**
   * A token-bearing event after the first.
   * @param chunkGap microseconds since the token-bearing event before it
   * @param tokens tokens that the counts advanced by, `-1` when unknown
   * @param countedGap microseconds since the last event whose tokens were counted, `-1` when unknown
   */
  gap(flight: Flight, chunkGap: number, tokens: number, countedGap: number): void;
  /** The request is no longer in flight. */
  left(flight: Flight): void;
  /** The request is over; all its marks and counts are final. */
  ended(flight: Flight): void;
};
