/** Requests in flight over time, swept as requests start and end: the integral, and the extremes since they were last cleared. */
export class ConcurrencySweep {
  #inFlight = 0;
  #since = 0;
  #integral = 0;
  #min = 0;
  #max = 0;

  change(by: number, now: number): void {
    this.#advance(now);
    this.#inFlight += by;
    if (this.#inFlight < this.#min) this.#min = this.#inFlight;
    if (this.#inFlight > this.#max) this.#max = this.#inFlight;
  }

  /** Begins a span: extremes start from what is in flight now. */
  mark(now: number): ConcurrencyMark {
    this.#advance(now);
    this.#min = this.#inFlight;
    this.#max = this.#inFlight;
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
