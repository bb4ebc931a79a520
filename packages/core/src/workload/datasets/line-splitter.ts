import type { EntrySplitter, RawEntry } from './entry-splitter.ts';
import { HeldBytes } from './held-bytes.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a file into lines, which end in LF or CRLF. Lines are cut as bytes: in UTF-8 the byte of a line feed is never part
 * of another character, so a character cut in two by a read stays whole.
 */
export class LineSplitter implements EntrySplitter {
  readonly unit = 'line';
  readonly #held: HeldBytes;
  #number = 0;

  constructor(path: string) {
    this.#held = new HeldBytes(path);
  }

  *push(chunk: Uint8Array): Iterable<RawEntry> {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      yield this.#line(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#held.hold(chunk.subarray(start), `line ${this.#number + 1}`);
  }

  *end(): Iterable<RawEntry> {
    if (this.#held.length > 0) yield this.#line(new Uint8Array(0));
  }

  #line(last: Uint8Array): RawEntry {
    const bytes = this.#held.take(last);
    this.#number += 1;
    return { number: this.#number, bytes: bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes };
  }
}
