import type { RecordBatch } from '../measurement/record-batch.ts';

/** More records than a refusal can bring: a server that fails all of a stage's requests is given up long before. */
const mostHeld = 200;

/**
 * Holds a stage's first records back until one of its requests has completed, so that those of a stage that a server refused
 * and that is run again are not written twice.
 */
export class HeldRecords {
  readonly #write: (batch: RecordBatch) => void;
  #held: RecordBatch[] | null = [];

  constructor(write: (batch: RecordBatch) => void) {
    this.#write = write;
  }

  take(batch: RecordBatch): void {
    if (this.#held === null) {
      this.#write(batch);
      return;
    }
    this.#held.push(batch);
    const isAnswered = batch.words.some((words) => words.status === 'completed');
    if (isAnswered || this.#held.length > mostHeld) this.release();
  }

  /** The stage stands: what was held back is written. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const batch of held) this.#write(batch);
  }
}
