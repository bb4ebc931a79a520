import { GrowingNumbers } from './growing-numbers.ts';
import { mooncakeTokensPerBlock } from './mooncake-reader.ts';
import type { PrefixBlocks, TraceData } from './trace-data.ts';
import type { TraceRow } from './trace-row.ts';

/** Gathers the rows of a trace in columns. */
export class TraceColumns {
  readonly #instants = new GrowingNumbers();
  readonly #inputTokens = new GrowingNumbers();
  readonly #outputTokens = new GrowingNumbers();
  readonly #blockEnds = new GrowingNumbers();
  readonly #blocks = new GrowingNumbers();
  #firstMicros = 0;
  #lastMicros = Number.NEGATIVE_INFINITY;

  get count(): number {
    return this.#instants.length;
  }

  /** The instant of the last row, on the file's own clock; before any time without a row. */
  get lastMicros(): number {
    return this.#lastMicros;
  }

  /** Takes a row that is not earlier than the last one. */
  add(row: TraceRow): void {
    if (this.count === 0) this.#firstMicros = row.micros;
    this.#lastMicros = row.micros;
    this.#instants.push(row.micros - this.#firstMicros);
    this.#inputTokens.push(row.inputTokens);
    this.#outputTokens.push(row.outputTokens);
    for (const block of row.blocks) this.#blocks.push(block);
    this.#blockEnds.push(this.#blocks.length);
  }

  /** The columns on shared memory. */
  finish(source: string, skippedLines: number): TraceData {
    const { count } = this;
    const instants = new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
    const inputTokens = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
    const outputTokens = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
    this.#instants.copyTo(instants);
    this.#inputTokens.copyTo(inputTokens);
    this.#outputTokens.copyTo(outputTokens);
    const prefixBlocks = this.#finishBlocks();
    return { source, count, instants, inputTokens, outputTokens, prefixBlocks, skippedLines };
  }

  #finishBlocks(): PrefixBlocks | null {
    if (this.#blocks.length === 0) return null;
    const bytes = Uint32Array.BYTES_PER_ELEMENT;
    const offsets = new Uint32Array(new SharedArrayBuffer((this.count + 1) * bytes));
    const ids = new Uint32Array(new SharedArrayBuffer(this.#blocks.length * bytes));
    this.#blockEnds.copyTo(offsets.subarray(1));
    this.#blocks.copyTo(ids);
    return { offsets, ids, tokensPerBlock: mooncakeTokensPerBlock };
  }
}
