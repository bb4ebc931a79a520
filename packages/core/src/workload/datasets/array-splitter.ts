import { malformedDataset } from './dataset-problems.ts';
import type { EntrySplitter, RawEntry } from './entry-splitter.ts';
import { HeldBytes } from './held-bytes.ts';

const code = (character: string): number => character.charCodeAt(0);
const [quote, backslash, comma] = [code('"'), code('\\'), code(',')];
const [openBracket, closeBracket, openBrace, closeBrace] = [code('['), code(']'), code('{'), code('}')];
/** Spaces of JSON, and the three bytes of a byte order mark. */
const ignored: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

/**
 * Cuts one JSON array into its items without parsing it as a whole, so that a file of any size needs the memory of its
 * longest item. It follows strings and brackets only; whether an item is JSON shows when it is parsed.
 *
 *     before --[--> inside --]--> after          `,` between brackets of depth 0 ends an item
 */
export class ArraySplitter implements EntrySplitter {
  readonly unit = 'entry';
  readonly #path: string;
  readonly #held: HeldBytes;
  #place: 'before' | 'inside' | 'after' = 'before';
  #number = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(path: string) {
    this.#path = path;
    this.#held = new HeldBytes(path);
  }

  *push(chunk: Uint8Array): Iterable<RawEntry> {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0;
      if (this.#place !== 'inside') {
        this.#outside(byte);
        start = index + 1;
      } else if (this.#endsItem(byte)) {
        const bytes = this.#held.take(chunk.subarray(start, index));
        if (byte === closeBracket) this.#place = 'after';
        // `[]` has no item; behind a comma an empty one is a mistake that its parser tells.
        if (byte === comma || this.#number > 0 || !isBlank(bytes)) yield this.#item(bytes);
        start = index + 1;
      }
    }
    if (start < chunk.length) this.#held.hold(chunk.subarray(start), `entry ${this.#number + 1}`);
  }

  end(): readonly RawEntry[] {
    if (this.#place === 'after') return [];
    const what =
      this.#place === 'before' ? 'it is empty' : `the file is cut off in entry ${this.#number + 1}`;
    throw malformedDataset(this.#path, `it is no complete JSON array: ${what}`);
  }

  #item(bytes: Uint8Array): RawEntry {
    this.#number += 1;
    return { number: this.#number, bytes };
  }

  #outside(byte: number): void {
    if (ignored.has(byte)) return;
    if (this.#place === 'before' && byte === openBracket) {
      this.#place = 'inside';
      return;
    }
    const what = this.#place === 'before' ? 'it does not begin with "["' : 'there is more behind its end';
    throw malformedDataset(this.#path, `it is no JSON array: ${what}`);
  }

  /** Whether an item ends before this byte. */
  #endsItem(byte: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      else if (byte === quote) this.#inString = false;
      return false;
    }
    if (byte === quote) this.#inString = true;
    else if (byte === openBrace || byte === openBracket) this.#depth += 1;
    else if (this.#depth === 0) return byte === comma || byte === closeBracket;
    else if (byte === closeBrace || byte === closeBracket) this.#depth -= 1;
    return false;
  }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => ignored.has(byte));
