import type { Clock } from '../clock/clock.ts';
import { WaitCounts } from './wait-counts.ts';

/** A stretch without rest that is longer than this is watched turn by turn, in microseconds. */
const watchedStretch = 250;

/** What a reader's queue did to its reads during a stage, in microseconds; `null` without a read. */
export type ReadWaits = {
  /** The longest that a read may have waited for the ones before it, at the 99th percentile; `null` under 459 reads. */
  readonly p99: number | null;
  /** The same on average, of the reads that brought a first token. */
  readonly firstTokenMean: number | null;
};

/** A 99th percentile of fewer is the slowest one alone: ln 0.01 / ln 0.99. */
const leastReads = 459;

/** What the queue asks of the event loop. */
export type LoopView = {
  /** How long the loop has rested since it began, in any unit: equal readings mean that it did not rest in between. */
  rested(): number;
  /** Runs when the sockets that are readable now have been read. */
  afterReads(run: () => void): void;
};

/**
 * How long bytes may have lain in the kernel because this thread was busy with others. A read's mark is taken when its
 * turn comes, not when its bytes came; the difference is the client's own share of a latency, and no clock shows it. But
 * it has an upper bound: what is read in a turn of the event loop came after the poll before it.
 *
 *     poll (rests)   read A, read B, read C    poll (does not rest)   read D, read E
 *                    '- B and C may have come with A       '- D and E may have come any time after A was polled
 */
export class ReadQueue {
  readonly #clock: Clock;
  readonly #loop: LoopView;
  readonly #counts = new WaitCounts();
  #rested = -1;
  /** Since when what is read now may have been there. */
  #since = 0;
  /** When the loop last looked at its sockets. */
  #polled = 0;
  #watching = false;
  #lastTurned = 0;
  #firstTokens = 0;
  #firstTokenSum = 0;

  constructor(clock: Clock, loop: LoopView) {
    this.#clock = clock;
    this.#loop = loop;
  }

  /** A read whose mark is `now`; returns the longest that it may have waited, in microseconds. */
  read(now: number): number {
    const rested = this.#loop.rested();
    if (rested !== this.#rested) {
      this.#rested = rested;
      this.#since = now;
      this.#polled = now;
    } else if (!this.#watching && now - this.#polled > watchedStretch) {
      this.#watching = true;
      this.#loop.afterReads(() => this.#turnEnded());
    }
    const waited = now - this.#since;
    this.#counts.add(waited);
    return waited;
  }

  /**
   * To be called by a steady timer: a loop that is late for its timers turns without rest even when it reads nothing. What
   * it reads later came after the poll before this call, and that was after the call before.
   */
  turned(now: number): void {
    const rested = this.#loop.rested();
    if (rested !== this.#rested) {
      this.#rested = rested;
      this.#since = now;
      this.#polled = now;
    } else this.#since = Math.max(this.#since, this.#lastTurned);
    this.#lastTurned = now;
  }

  /** A read that brought the first token of an answer had waited so long at most. */
  firstToken(waited: number): void {
    this.#firstTokens++;
    this.#firstTokenSum += waited;
  }

  get waits(): ReadWaits {
    return {
      p99: this.#counts.total < leastReads ? null : this.#counts.quantile(0.99),
      firstTokenMean: this.#firstTokens === 0 ? null : this.#firstTokenSum / this.#firstTokens,
    };
  }

  /** The loop looks at its sockets now; what it finds there at once came after it looked the time before. */
  #turnEnded(): void {
    this.#watching = false;
    this.#since = this.#polled;
    this.#polled = this.#clock.now();
  }
}
