/**
 * Recorded requests in columns, on shared memory so that every worker reads the same ones. Row k is request k.
 * -1 in a length column means that the trace does not say.
 */
export type TraceData = {
  /** The file's name, without its folder. */
  readonly source: string;
  readonly count: number;
  /** Microseconds from the first request, never falling. */
  readonly instants: Float64Array<SharedArrayBuffer>;
  readonly inputTokens: Int32Array<SharedArrayBuffer>;
  readonly outputTokens: Int32Array<SharedArrayBuffer>;
  /** The blocks that each prompt opens with, where the trace names them: equal numbers are equal text. */
  readonly prefixBlocks: PrefixBlocks | null;
  /** Lines left out because they could not be read. */
  readonly skippedLines: number;
};

/** Block numbers of row k: `ids` from `offsets[k]` to `offsets[k + 1]`. */
export type PrefixBlocks = {
  readonly offsets: Uint32Array<SharedArrayBuffer>;
  readonly ids: Uint32Array<SharedArrayBuffer>;
  readonly tokensPerBlock: number;
};
