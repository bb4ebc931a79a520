import type { Clock } from '../../clock/clock.ts';
import { micros } from '../../units/units.ts';
import type { Timers } from '../stage-load.ts';

type Planned = { readonly at: number; readonly order: number; readonly run: () => void };

/** A clock and timers whose time passes only while `run` works off what was planned. */
export class VirtualTime {
  now = 0;
  #order = 0;
  #planned: Planned[] = [];
  /** How late each timer fires, in microseconds; by default on time. */
  lateness: () => number = () => 0;

  readonly clock: Clock = { now: () => micros(this.now) };
  readonly timers: Timers = {
    after: (wait, run) => this.plan(wait + this.lateness(), run),
    afterReads: (run) => void this.plan(0, run),
  };

  plan(wait: number, run: () => void): { cancel(): void } {
    const entry = { at: this.now + Math.max(0, wait), order: this.#order++, run };
    this.#planned.push(entry);
    return {
      cancel: () => {
        this.#planned = this.#planned.filter((other) => other !== entry);
      },
    };
  }

  /** Runs what is planned, in order of time, until nothing is left or the instant is reached. */
  run(until = Number.POSITIVE_INFINITY): void {
    for (let entry = this.#earliest(); entry !== null && entry.at <= until; entry = this.#earliest()) {
      const due = entry;
      this.#planned = this.#planned.filter((other) => other !== due);
      this.now = due.at;
      due.run();
    }
    if (until !== Number.POSITIVE_INFINITY) this.now = Math.max(this.now, until);
  }

  #earliest(): Planned | null {
    const [first, ...rest] = this.#planned;
    if (first === undefined) return null;
    return rest.reduce(
      (best, entry) =>
        entry.at < best.at || (entry.at === best.at && entry.order < best.order) ? entry : best,
      first,
    );
  }
}
