import { type EncodedEvent, EventRing } from './event-ring.ts';

const keptEvents = 256;

/** Events that are worth something only now: nobody gets one from before they came, and a slow reader is told what it missed. */
export class PassingFeed {
  readonly #ring = new EventRing(keptEvents);
  readonly #wake = new Set<() => void>();
  #nextId = 1;

  push(kind: string, data: object): void {
    this.#ring.push({ id: this.#nextId++, kind, json: JSON.stringify(data) });
    for (const wake of [...this.#wake]) wake();
  }

  /** The events from now on, until the signal. */
  async *follow(signal: AbortSignal): AsyncGenerator<EncodedEvent> {
    let next = this.#nextId;
    while (!signal.aborted) {
      const event = this.#ring.atOrAfter(next);
      if (event === null) await this.#pushed(signal);
      else {
        if (event.id > next) yield leftOut(next, event.id - 1);
        yield event;
        next = event.id + 1;
      }
    }
  }

  #pushed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#wake.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#wake.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      if (signal.aborted) wake();
    });
  }
}

const leftOut = (from: number, to: number): EncodedEvent => ({
  id: to,
  kind: 'events-skipped',
  json: JSON.stringify({ kind: 'events-skipped', from, to }),
});
