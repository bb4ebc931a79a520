import type { GateEvents, StageGate } from './stage-gate.ts';

/** Words of the shared block. */
const readyWord = 0;
const phaseWord = 1;
const inFlightWord = 2;
const recordedWord = 3;
const arrivedWord = 4;
const words = 8;
/** Instants of the shared block, behind the words. */
const startInstant = 0;
const openInstant = 1;
const closeInstant = 2;
const instants = 4;

/** Phases; in the odd ones the instant is being written. */
const before = 0;
const opening = 1;
const open = 2;
const closing = 3;
const closed = 4;

/** The memory in which the workers of one stage meet; a new one for each stage. */
export type GateMemory = SharedArrayBuffer;

export function createGateMemory(): GateMemory {
  return new SharedArrayBuffer(
    words * Int32Array.BYTES_PER_ELEMENT + instants * Float64Array.BYTES_PER_ELEMENT,
  );
}

/**
 * The gate of several workers. Whoever changes the phase wakes the others, who learn the instant at which it changed: they
 * are told some tenths of a millisecond later, and count from that instant.
 */
export class SharedGate implements StageGate {
  readonly #workers: number;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #instants: Float64Array<SharedArrayBuffer>;
  #events: GateEvents | null = null;
  #told = before;

  constructor(memory: GateMemory, workers: number) {
    this.#workers = workers;
    this.#words = new Int32Array(memory, 0, words);
    this.#instants = new Float64Array(memory, words * Int32Array.BYTES_PER_ELEMENT, instants);
  }

  /**
   * Waits until all workers have arrived; settles with the instant at which they all start.
   * @param lead microseconds from the last arrival to the start: enough for all of them to hear of it
   */
  async arrive(now: () => number, lead: number): Promise<number> {
    if (Atomics.add(this.#words, arrivedWord, 1) + 1 === this.#workers) {
      this.#instants[startInstant] = now() + lead;
      Atomics.add(this.#words, arrivedWord, 1);
      Atomics.notify(this.#words, arrivedWord);
    }
    for (
      let arrived = Atomics.load(this.#words, arrivedWord);
      arrived <= this.#workers;
      arrived = Atomics.load(this.#words, arrivedWord)
    ) {
      const wait = Atomics.waitAsync(this.#words, arrivedWord, arrived, arrivalPollMillis);
      if (wait.async) await wait.value;
    }
    return this.#instants[startInstant] as number;
  }

  listen(events: GateEvents): void {
    this.#events = events;
    void this.#watch();
  }

  ready(at: number): void {
    if (Atomics.add(this.#words, readyWord, 1) + 1 === this.#workers) this.open(at);
  }

  open(at: number): void {
    if (!this.#change(before, opening)) return;
    this.#instants[openInstant] = at;
    this.#enterPhase(open);
  }

  close(at: number): void {
    // A window that never opened never will.
    if (this.#change(before, closing)) this.#enterPhase(closed);
    else if (this.#change(open, closing)) {
      this.#instants[closeInstant] = at;
      this.#enterPhase(closed);
    }
  }

  enter(limit: number): boolean {
    if (Atomics.add(this.#words, inFlightWord, 1) < limit) return true;
    Atomics.sub(this.#words, inFlightWord, 1);
    return false;
  }

  leave(): void {
    Atomics.sub(this.#words, inFlightWord, 1);
  }

  /** Changes the recorded number of requests in flight of all workers; returns the new one. */
  changeRecorded(by: number): number {
    return Atomics.add(this.#words, recordedWord, by) + by;
  }

  #change(from: number, to: number): boolean {
    return Atomics.compareExchange(this.#words, phaseWord, from, to) === from;
  }

  #enterPhase(phase: number): void {
    Atomics.store(this.#words, phaseWord, phase);
    Atomics.notify(this.#words, phaseWord);
    this.#tell();
  }

  async #watch(): Promise<void> {
    for (let seen = before; seen !== closed; seen = Atomics.load(this.#words, phaseWord)) {
      const wait = Atomics.waitAsync(this.#words, phaseWord, seen);
      if (wait.async) await wait.value;
      this.#tell();
    }
  }

  /** Tells of the phases that were entered since the last time, each once. */
  #tell(): void {
    const phase = Atomics.load(this.#words, phaseWord);
    const opened = this.#instants[openInstant] as number;
    if (this.#told === before && phase >= open && opened > 0) {
      this.#told = open;
      this.#events?.opened(opened);
    }
    if (this.#told === open && phase === closed) this.#events?.closed(this.#instants[closeInstant] as number);
    if (phase === closed) this.#told = closed;
  }
}

/** A worker that died is noticed by the main thread, which ends the others; until then this only looks again. */
const arrivalPollMillis = 1000;
