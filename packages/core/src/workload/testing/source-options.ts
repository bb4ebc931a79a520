import { fixedNumber } from '../../plan/number-distribution.ts';
import type { DatasetEntry, DatasetPack } from '../datasets/dataset-pack.ts';
import { PackWriter } from '../datasets/pack-writer.ts';
import type { RequestSourceOptions } from '../request-source-options.ts';
import type { TraceData } from '../traces/trace-data.ts';

/** A plain stage of generated English prompts, for tests to change. */
export const sourceOptions: RequestSourceOptions = {
  seed: '7',
  salt: '0123456789abcdef',
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  inputTokens: fixedNumber(200),
  outputTokens: fixedNumber(128),
  dataset: null,
  trace: null,
  tokenizer: null,
};

/** A pack of these entries. */
export function packOf(
  entries: readonly (Partial<DatasetEntry> & Pick<DatasetEntry, 'text'>)[],
): DatasetPack {
  const writer = new PackWriter();
  for (const entry of entries) {
    writer.add({ systemText: null, history: [], laterTurns: [], outputTokens: null, ...entry });
  }
  return writer.finish('entries.jsonl', 'text', 0);
}

/** A recorded request: its lengths (-1 is unknown) and the numbers of its prefix blocks. */
export type RecordedRow = {
  readonly input: number;
  readonly output: number;
  readonly blocks?: readonly number[];
};

/** A trace of these rows, one a second. */
export function traceOf(rows: readonly RecordedRow[], tokensPerBlock: number | null): TraceData {
  const ids = rows.flatMap((row) => row.blocks ?? []);
  const offsets = [0];
  for (const row of rows) offsets.push((offsets.at(-1) ?? 0) + (row.blocks?.length ?? 0));
  return {
    source: 'trace.jsonl',
    count: rows.length,
    instants: sharedDoubles(rows.map((_, index) => index * 1e6)),
    inputTokens: sharedIntegers(rows.map((row) => row.input)),
    outputTokens: sharedIntegers(rows.map((row) => row.output)),
    prefixBlocks:
      tokensPerBlock === null
        ? null
        : { offsets: sharedUnsigned(offsets), ids: sharedUnsigned(ids), tokensPerBlock },
    skippedLines: 0,
  };
}

const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

function sharedDoubles(values: readonly number[]): Float64Array<SharedArrayBuffer> {
  const column = new Float64Array(shared(values.length * 8));
  column.set(values);
  return column;
}

function sharedIntegers(values: readonly number[]): Int32Array<SharedArrayBuffer> {
  const column = new Int32Array(shared(values.length * 4));
  column.set(values);
  return column;
}

function sharedUnsigned(values: readonly number[]): Uint32Array<SharedArrayBuffer> {
  const column = new Uint32Array(shared(values.length * 4));
  column.set(values);
  return column;
}
