import type { DatasetFormat } from '../../plan/prompt-plan.ts';
import type { PackedEntry } from './dataset-entry.ts';
import type { DatasetEntry, DatasetPack } from './dataset-pack.ts';

const blockBytes = 1 << 20;

/** Collects the entries of a dataset in blocks of bytes, then joins them: at the end twice the pack is held for a moment. */
export class PackWriter {
  readonly #full: Uint8Array[] = [];
  readonly #offsets: number[] = [0];
  #block: Buffer = Buffer.alloc(0);
  #used = 0;
  #total = 0;

  /** Entries so far. */
  get count(): number {
    return this.#offsets.length - 1;
  }

  /** Adds an entry behind the others. */
  add(entry: DatasetEntry): void {
    const json = JSON.stringify(packed(entry));
    const length = Buffer.byteLength(json, 'utf8');
    if (this.#used + length > this.#block.length) this.#nextBlock(length);
    this.#used += this.#block.write(json, this.#used, 'utf8');
    this.#total += length;
    this.#offsets.push(this.#total);
  }

  /** The pack of all entries. */
  finish(source: string, format: DatasetFormat, skippedLines: number): DatasetPack {
    this.#full.push(this.#block.subarray(0, this.#used));
    const bytes = new Uint8Array(new SharedArrayBuffer(this.#total));
    let place = 0;
    for (const block of this.#full) {
      bytes.set(block, place);
      place += block.length;
    }
    const offsets = new Float64Array(
      new SharedArrayBuffer(this.#offsets.length * Float64Array.BYTES_PER_ELEMENT),
    );
    offsets.set(this.#offsets);
    return { source, format, count: this.count, bytes, offsets, skippedLines };
  }

  #nextBlock(length: number): void {
    this.#full.push(this.#block.subarray(0, this.#used));
    this.#block = Buffer.allocUnsafeSlow(Math.max(blockBytes, length));
    this.#used = 0;
  }
}

function packed(entry: DatasetEntry): PackedEntry {
  const { systemText, history, text, laterTurns, outputTokens } = entry;
  return {
    text,
    ...(systemText === null ? {} : { systemText }),
    ...(history.length === 0 ? {} : { history }),
    ...(laterTurns.length === 0 ? {} : { laterTurns }),
    ...(outputTokens === null ? {} : { outputTokens }),
  };
}
