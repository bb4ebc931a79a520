import type { AttemptEnd } from './request-transport.ts';

/** So many failures in a row at least, before a stage gives up: a server may refuse a few while it sheds load. */
const leastFailures = 20;

/**
 * Ends a stage that can bring nothing: when every request so far has failed, when the target has not been reached for
 * many requests in a row, or when requests have only timed out for too long. Without it a dead server is asked
 * thousands of times a second until the time is over, and a silent one is waited for as often as there are requests.
 */
export class FailureWatch {
  readonly #limit: number;
  readonly #patience: number;
  #completed = 0;
  #failedFirst = 0;
  #unreachableInARow = 0;
  #answered = false;
  #lastSign: number;

  /**
   * @param patience microseconds that one request may take; a target is silent when nothing but time-outs came for so
   * long from the start, or for twice as long after any other end
   * @param now when the stage starts
   */
  constructor(concurrency: number, patience: number, now: number) {
    this.#limit = Math.max(leastFailures, concurrency);
    this.#patience = patience;
    this.#lastSign = now;
  }

  /** Takes one end; returns why the stage should stop, or `null`. */
  take(end: AttemptEnd, now: number): 'every-request-failed' | 'target-unreachable' | null {
    if (end.status === 'cut') return null;
    if (!end.timedOut) {
      this.#answered = true;
      this.#lastSign = now;
    }
    if (end.status === 'completed') {
      this.#completed++;
      this.#unreachableInARow = 0;
      return null;
    }
    this.#failedFirst++;
    this.#unreachableInARow = end.unreachable ? this.#unreachableInARow + 1 : 0;
    if (this.#unreachableInARow >= this.#limit || this.#isSilent(now)) return 'target-unreachable';
    return this.#completed === 0 && this.#failedFirst >= this.#limit ? 'every-request-failed' : null;
  }

  #isSilent(now: number): boolean {
    return now - this.#lastSign >= (this.#answered ? 2 : 1) * this.#patience;
  }
}
