import type { ResponseHead } from './response-head.ts';

const nothing = Buffer.alloc(0);

/**
 * The response head that came last, as bytes and as parsed: a server sends the same one again and again (its date changes
 * once a second), and comparing bytes costs a tenth of parsing them. All connections of a worker share it.
 */
export class RememberedHead {
  #bytes: Buffer = nothing;
  #head: ResponseHead | null = null;

  get length(): number {
    return this.#bytes.length;
  }

  /** The parsed head when these bytes begin with exactly the remembered ones, else `null`. */
  find(buffer: Buffer, start: number, end: number): ResponseHead | null {
    const length = this.#bytes.length;
    if (this.#head === null || end - start < length) return null;
    return this.#bytes.compare(buffer, start, start + length) === 0 ? this.#head : null;
  }

  /** @param text the whole head with its blank line, a character a byte */
  remember(text: string, head: ResponseHead): void {
    this.#bytes = Buffer.from(text, 'latin1');
    this.#head = head;
  }
}
