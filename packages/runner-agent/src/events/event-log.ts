import { EventFile } from './event-file.ts';
import { type EncodedEvent, EventRing } from './event-ring.ts';
import { type JobHappening, passingKinds, wordyKinds } from './job-event.ts';

/** Events of a job that stay in memory; older ones are read from its file. */
const usualCapacity = 2048;

/**
 * After a restart numbers go on so far above the last that is on disk, because those of passing events are not on disk
 * and a listener may already have seen them: ten a second for a day.
 */
const restartGap = 1_000_000;

/** The events of one job: numbered, kept, and handed to everybody who follows. */
export class EventLog {
  readonly #ring: EventRing;
  readonly #file: EventFile;
  readonly #wake = new Set<() => void>();
  #nextId: number;
  #closed = false;

  constructor(path: string, { nextId = 1, capacity = usualCapacity } = {}) {
    this.#file = new EventFile(path);
    this.#ring = new EventRing(capacity);
    this.#nextId = nextId;
  }

  /** The log of a job from before a restart. */
  static async reopen(path: string): Promise<EventLog> {
    const file = new EventFile(path);
    const last = await file.lastId();
    await file.mend();
    return new EventLog(path, { nextId: last === 0 ? 1 : last + restartGap });
  }

  /** The events of a job that has ended: nothing will be appended. */
  static ended(path: string): EventLog {
    const log = new EventLog(path, { nextId: Number.MAX_SAFE_INTEGER });
    log.#closed = true;
    return log;
  }

  append(happening: JobHappening): void {
    const id = this.#nextId++;
    const { kind } = happening;
    const json = JSON.stringify({ id, at: new Date().toISOString(), ...happening });
    const event: EncodedEvent = { id, kind, json };
    this.#ring.push(event);
    if (!passingKinds.includes(kind)) this.#file.append(event, !wordyKinds.includes(kind));
    this.#wakeAll();
  }

  /** Says that the job has ended: whoever follows gets what there is, then the end. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wakeAll();
    await this.#file.flush();
  }

  /**
   * The events after this id: those from before from the file, then the live ones. Ends with the job or the signal. A
   * reader who falls behind what is in memory gets an `events-skipped` in the place of what it missed.
   */
  async *follow(after: number, signal: AbortSignal): AsyncGenerator<EncodedEvent> {
    let next = after + 1;
    for await (const event of this.#older(next, signal)) {
      yield event;
      next = event.id + 1;
    }
    next = Math.max(next, this.#firstInMemory);
    while (!signal.aborted) {
      if (next < this.#firstInMemory) {
        yield skipped(next, this.#firstInMemory - 1);
        next = this.#firstInMemory;
      }
      const event = this.#ring.atOrAfter(next);
      if (event !== null) {
        yield event;
        next = event.id + 1;
      } else if (this.#closed) return;
      else await this.#appended(signal);
    }
  }

  get #firstInMemory(): number {
    return this.#ring.firstId ?? this.#nextId;
  }

  /** What has left the memory, or was written before a restart. While it is read more may leave: then it is read on. */
  async *#older(from: number, signal: AbortSignal): AsyncGenerator<EncodedEvent> {
    let next = from;
    for (let found = true; found && next < this.#firstInMemory; ) {
      found = false;
      for await (const event of this.#file.readFrom(next)) {
        if (signal.aborted || event.id >= this.#firstInMemory) return;
        yield event;
        next = event.id + 1;
        found = true;
      }
    }
  }

  #appended(signal: AbortSignal): Promise<void> {
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

  #wakeAll(): void {
    for (const wake of [...this.#wake]) wake();
  }
}

function skipped(from: number, to: number): EncodedEvent {
  return { id: to, kind: 'events-skipped', json: JSON.stringify({ kind: 'events-skipped', from, to }) };
}
