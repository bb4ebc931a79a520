import type { AttemptEnd } from './request-transport.ts';

/** So many failures in a row at least, before a stage gives up: a server may refuse a few while it sheds load. */
const leastFailures = 20;

/**
 * Ends a stage that can bring nothing: when every request so far has failed, or when the target has not been reached
 * for many requests in a row. Without it a dead server is asked thousands of times a second until the time is over.
 */
export class FailureWatch {
  readonly #limit: number;
  #completed = 0;
  #failedFirst = 0;
  #unreachableInARow = 0;

  constructor(concurrency: number) {
    this.#limit = Math.max(leastFailures, concurrency);
  }

  /** Takes one end; returns why the stage should stop, or `null`. */
  take(end: AttemptEnd): 'every-request-failed' | 'target-unreachable' | null {
    if (end.status === 'completed') {
      this.#completed++;
      this.#unreachableInARow = 0;
      return null;
    }
    if (end.status === 'cut') return null;
    this.#failedFirst++;
    this.#unreachableInARow = end.unreachable ? this.#unreachableInARow + 1 : 0;
    if (this.#unreachableInARow >= this.#limit) return 'target-unreachable';
    return this.#completed === 0 && this.#failedFirst >= this.#limit ? 'every-request-failed' : null;
  }
}
