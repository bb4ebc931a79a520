import { ProtocolError } from './protocol-error.ts';

/**
 * Longest event that is read. Events of a token are hundreds of bytes; those that repeat the whole answer, as SGLang's
 * with all token ids, reach a few megabytes at the longest contexts.
 */
export const maximumEventBytes = 16 * 1024 * 1024;
/** A buffer that one long event made larger than this is not kept for the next answer. */
const keptBytes = 64 * 1024;
const smallestBytes = 512;
const nothing = Buffer.alloc(0);

/** Bytes of an event that comes in pieces. It is used again for the next one, so that no event costs an allocation. */
export class EventBuffer {
  bytes: Buffer = nothing;
  length = 0;

  /** Adds bytes. Throws `ProtocolError` when the event grows longer than `maximumEventBytes`. */
  append(source: Buffer, start: number, end: number): void {
    const length = this.length + end - start;
    if (length > maximumEventBytes) {
      throw new ProtocolError(`an event is longer than ${maximumEventBytes / 1024 / 1024} MiB`);
    }
    if (length > this.bytes.length) this.#grow(length);
    source.copy(this.bytes, this.length, start, end);
    this.length = length;
  }

  /** Forgets the bytes, and the memory of a long event too. */
  reset(): void {
    this.length = 0;
    if (this.bytes.length > keptBytes) this.bytes = nothing;
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2, smallestBytes));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
