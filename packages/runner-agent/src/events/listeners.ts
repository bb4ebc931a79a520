/** One who listens to a stream of the agent. */
export type ListenerSeat = {
  /** Aborts when the listener has left, was too slow for too long, or the agent ends; the reason says which. */
  readonly signal: AbortSignal;
  /** Says that the listener takes what it is sent. */
  touch(): void;
  /** Gives the seat back. */
  leave(): void;
};

/** Why a seat was given back. */
export type SeatEnd = 'left' | 'stalled' | 'agent-ends';

type Seated = { readonly abort: AbortController; lastTouch: number };

/** Those who follow events, logs or probes: at most so many, and none who takes nothing for long. */
export class Listeners {
  readonly #most: number;
  readonly #stallMillis: number;
  readonly #now: () => number;
  readonly #seated = new Set<Seated>();
  #dropped = 0;

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(most: number, stallMillis: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#stallMillis = stallMillis;
    this.#now = now;
  }

  get count(): number {
    return this.#seated.size;
  }

  /** How many were dropped because they took nothing. */
  get dropped(): number {
    return this.#dropped;
  }

  /** A seat, or `null` where all are taken. */
  enter(): ListenerSeat | null {
    this.sweep();
    if (this.#seated.size >= this.#most) return null;
    const seated: Seated = { abort: new AbortController(), lastTouch: this.#now() };
    this.#seated.add(seated);
    return {
      signal: seated.abort.signal,
      touch: () => {
        seated.lastTouch = this.#now();
      },
      leave: () => this.#end(seated, 'left'),
    };
  }

  /** Drops who has taken nothing for too long, though something is sent to everybody every few seconds. */
  sweep(): void {
    const limit = this.#now() - this.#stallMillis;
    for (const seated of this.#seated) {
      if (seated.lastTouch >= limit) continue;
      this.#dropped++;
      this.#end(seated, 'stalled');
    }
  }

  /** Ends all, because the agent does. */
  closeAll(): void {
    for (const seated of this.#seated) this.#end(seated, 'agent-ends');
  }

  #end(seated: Seated, why: SeatEnd): void {
    this.#seated.delete(seated);
    seated.abort.abort(why);
  }
}
