import { type ErrorClass, errorClasses } from '../transport/error-class.ts';
import type { Flight } from '../transport/flight.ts';

/** Failures of one class and detail, with the first thing that was said. */
export type ErrorCount = {
  readonly class: ErrorClass;
  readonly detail: string;
  count: number;
  readonly sample: string;
};

/** No failure yet, of any class. */
export const noFailures = (): Record<ErrorClass, number> =>
  Object.fromEntries(errorClasses.map((name) => [name, 0])) as Record<ErrorClass, number>;

const maximumKinds = 100;

/** Counts failures by class and detail; details beyond a hundred kinds are counted together, so memory is bounded. */
export class ErrorTally {
  readonly #counts = new Map<string, ErrorCount>();

  take(flight: Flight): void {
    const errorClass = flight.errorClass;
    if (errorClass === null) return;
    const own = flight.errorDetail.slice(0, 200);
    const isKnown = this.#counts.has(`${errorClass} ${own}`);
    const detail = isKnown || this.#counts.size < maximumKinds ? own : 'other';
    const key = `${errorClass} ${detail}`;
    const entry = this.#counts.get(key);
    if (entry === undefined)
      this.#counts.set(key, {
        class: errorClass,
        detail,
        count: 1,
        sample: flight.errorSample.slice(0, 500),
      });
    else entry.count++;
  }

  list(): ErrorCount[] {
    return [...this.#counts.values()].sort((left, right) => right.count - left.count);
  }
}
