import type { LimitedLatency, RequestObjective } from '../plan/request-limits.ts';
import { type Flight, unset } from '../transport/flight.ts';
import { latencyFormulas } from './request-latencies.ts';

/** Requests planned in the window, and those of them that kept every limit of an objective. */
export type GoodputCount = {
  readonly objective: RequestObjective;
  readonly good: number;
  /** Dropped arrivals included: they count as missed, as failed and cut requests do. */
  readonly planned: number;
};

/**
 * Counts what met its objective (goodput). A latency that a request does not have, as the time per token of an answer of
 * one token, breaks no limit, unless it has none because no token ever came.
 */
export class GoodputTally {
  readonly #objectives: readonly RequestObjective[];
  readonly #good: number[];
  #ended = 0;

  constructor(objectives: readonly RequestObjective[]) {
    this.#objectives = objectives;
    this.#good = objectives.map(() => 0);
  }

  /** Takes a measured request that was planned in the window and is over. */
  take(flight: Flight): void {
    this.#ended++;
    if (flight.status !== 'completed') return;
    for (const [position, { limits }] of this.#objectives.entries()) {
      if (limits.every(({ latency, belowMicros }) => keeps(flight, latency, belowMicros)))
        this.#good[position] = (this.#good[position] ?? 0) + 1;
    }
  }

  list(dropped: number): GoodputCount[] {
    return this.#objectives.map((objective, position) => ({
      objective,
      good: this.#good[position] ?? 0,
      planned: this.#ended + dropped,
    }));
  }
}

function keeps(flight: Flight, latency: LimitedLatency, belowMicros: number): boolean {
  const value = latencyFormulas[latency === 'tokenGap' ? 'tpot' : latency](flight);
  if (value !== unset) return value < belowMicros;
  return flight.firstToken !== unset || flight.outputTokens === 0;
}
