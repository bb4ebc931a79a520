import { type Flight, type TokenSource, unset } from '../transport/flight.ts';
import type { StageMeasurement } from './stage-measurement.ts';

/** Token totals over the measured requests of a stage. */
export class TokenTotals {
  readonly #sources = new Set<TokenSource>();
  #input = 0;
  #requestsWithInput = 0;
  #output = 0;
  #requestsWithOutput = 0;
  #reasoning: number | null = null;
  #cached: number | null = null;
  #events = 0;
  #requestsWithoutCount = 0;
  #unseen = 0;

  take(flight: Flight, outputTokens: number | null): void {
    this.#events += flight.events;
    if (flight.inputTokens !== unset) {
      this.#input += flight.inputTokens;
      this.#requestsWithInput++;
    }
    if (flight.reasoningTokens !== unset) this.#reasoning = (this.#reasoning ?? 0) + flight.reasoningTokens;
    if (flight.cachedTokens !== unset) this.#cached = (this.#cached ?? 0) + flight.cachedTokens;
    if (outputTokens === null) {
      if (flight.status === 'completed') this.#requestsWithoutCount++;
      return;
    }
    this.#output += outputTokens;
    this.#requestsWithOutput++;
    if (flight.status === 'completed') this.#sources.add(flight.tokenSource);
    if (flight.countsEveryEvent && flight.streamedTokens >= 0)
      this.#unseen += Math.max(0, outputTokens - flight.streamedTokens);
  }

  list(): StageMeasurement['tokens'] {
    return {
      sources: [...this.#sources],
      input: this.#input,
      requestsWithInput: this.#requestsWithInput,
      output: this.#output,
      requestsWithOutput: this.#requestsWithOutput,
      reasoning: this.#reasoning,
      cached: this.#cached,
      events: this.#events,
      requestsWithoutCount: this.#requestsWithoutCount,
      unseen: this.#unseen,
    };
  }
}
