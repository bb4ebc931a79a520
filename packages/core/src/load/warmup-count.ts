import type { WarmupLimit } from '../plan/planned-stage.ts';
import type { Micros } from '../units/units.ts';

/** Keeps a closed loop's warm-up: which requests belong to it, and when it is over. */
export class WarmupCount {
  /** How long it lasts at most; `null` for one of counted requests. */
  readonly micros: Micros | null;
  /** This worker's requests of a counted warm-up; `null` for one of time. */
  readonly #count: number | null;
  #running = 0;
  #over: boolean;
  /** How many requests it has, or had; `null` while that is open. */
  starts: number | null;

  /** @param ownCount how many of the stage's first requests are this worker's */
  constructor(limit: WarmupLimit, ownCount: (total: number) => number) {
    this.#count = limit.kind === 'requests' ? ownCount(limit.count) : null;
    this.micros = limit.kind === 'requests' ? null : limit.micros;
    this.starts = this.#count;
    this.#over = this.#count === 0;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** A request starts, `position` requests after the worker's first one; returns whether it warms up. */
  started(position: number): boolean {
    const warmup = !this.#over && (this.#count === null || position < this.#count);
    if (warmup) this.#running++;
    return warmup;
  }

  /** A request ended; returns whether that was the end of a counted warm-up. */
  ended(warmup: boolean, nextPosition: number): boolean {
    if (warmup) this.#running--;
    return !this.#over && this.#count !== null && this.#running === 0 && nextPosition >= this.#count;
  }

  /** The warm-up is over; what starts from here on is measured. */
  end(nextPosition: number): void {
    if (this.#over) return;
    this.#over = true;
    this.starts ??= nextPosition;
  }
}
