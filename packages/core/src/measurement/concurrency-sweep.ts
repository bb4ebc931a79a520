/** Requests in flight over time, swept as requests start and end: the integral, and the extremes since they were last cleared. */
export class ConcurrencySweep {
  #inFlight = 0;
  #since = 0;
  #integral = 0;
  #min = 0;
  #max = 0;
  readonly #counter: InFlightCounter;

  /** @param counter requests in flight of all workers, of which the extremes are taken; the integral is over this worker's own */
  constructor(counter: InFlightCounter) {
    this.#counter = counter;
  }

  /** @param inFlight what the counter says after the change */
  change(by: number, now: number, inFlight: number): void {
    this.#advance(now);
    this.#inFlight += by;
    if (inFlight < this.#min) this.#min = inFlight;
    if (inFlight > this.#max) this.#max = inFlight;
  }

  /** Begins a span: extremes start from what is in flight now. */
  mark(now: number): ConcurrencyMark {
    this.#advance(now);
    this.#min = this.#counter.value;
    this.#max = this.#min;
    return { at: now, integral: this.#integral };
  }

  /** Time-weighted mean, minimum and maximum since a mark; `null` over no time. */
  since(mark: ConcurrencyMark, now: number): Concurrency | null {
    this.#advance(now);
    const duration = now - mark.at;
    if (duration <= 0) return null;
    return { mean: (this.#integral - mark.integral) / duration, min: this.#min, max: this.#max };
  }

  /** An end that is only learned later (`closed` lies in the past) counts from when it is learned. */
  #advance(now: number): void {
    if (now < this.#since) return;
    this.#integral += this.#inFlight * (now - this.#since);
    this.#since = now;
  }
}

export type ConcurrencyMark = { readonly at: number; readonly integral: number };
/** Requests in flight over a span of time. */
export type Concurrency = { readonly mean: number; readonly min: number; readonly max: number };

/** Counts the requests in flight of all workers of a stage. */
export type InFlightCounter = {
  readonly value: number;
  /** Returns the value after the change. */
  change(by: number): number;
};

/** The counter of a stage that one worker drives alone. */
export function createInFlightCounter(): InFlightCounter {
  let value = 0;
  return {
    get value() {
      return value;
    },
    change(by) {
      value += by;
      return value;
    },
  };
}
