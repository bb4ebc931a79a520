/** An event as it is sent: made once, however many listen. */
export type EncodedEvent = {
  readonly id: number;
  readonly kind: string;
  /** The event as JSON. */
  readonly json: string;
};

/**
 * The last events of a job. A listener holds only the number of the event it wants next, so a slow one costs no memory:
 *
 *     forgotten | first ........ last | next id
 *                 ^ what a reader behind this missed, it is told
 */
export class EventRing {
  readonly #capacity: number;
  readonly #events: EncodedEvent[] = [];
  #start = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Ids must rise. */
  push(event: EncodedEvent): void {
    if (this.#events.length < this.#capacity) {
      this.#events.push(event);
      return;
    }
    this.#events[this.#start] = event;
    this.#start = (this.#start + 1) % this.#capacity;
  }

  /** The id of the oldest event that is held; `null` while there is none. */
  get firstId(): number | null {
    return this.#events[this.#start]?.id ?? null;
  }

  /** The first held event whose id is at least this; `null` when there is none yet. */
  atOrAfter(id: number): EncodedEvent | null {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#at(middle)?.id ?? Number.POSITIVE_INFINITY) < id) low = middle + 1;
      else high = middle;
    }
    return this.#at(low);
  }

  #at(position: number): EncodedEvent | null {
    if (position >= this.#events.length) return null;
    return this.#events[(this.#start + position) % this.#events.length] ?? null;
  }
}
