import { malformedDataset } from './dataset-problems.ts';

/** An entry longer than this is a broken file, or none of text. */
export const maximumEntryBytes: number = 64 * 1024 ** 2;

/** The bytes of an entry whose end has not been read yet. */
export class HeldBytes {
  readonly #path: string;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** How many bytes are held. */
  get length(): number {
    return this.#length;
  }

  /** Holds a part; `place` names the entry for the usage error of one that is too long. */
  hold(part: Uint8Array, place: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > maximumEntryBytes) {
      throw malformedDataset(this.#path, `${place} is longer than ${maximumEntryBytes} bytes, or never ends`);
    }
  }

  /** What is held, and this last part behind it; nothing is held afterwards. */
  take(last: Uint8Array): Uint8Array {
    if (this.#parts.length === 0) return last;
    const whole = Buffer.concat([...this.#parts, last]);
    this.#parts = [];
    this.#length = 0;
    return whole;
  }
}
