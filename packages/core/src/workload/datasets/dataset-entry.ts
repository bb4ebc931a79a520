import type { DatasetEntry, DatasetPack } from './dataset-pack.ts';

/** What a pack holds of an entry: what is empty or unknown is left out. */
export type PackedEntry = Partial<DatasetEntry> & Pick<DatasetEntry, 'text'>;

/** Entry `index` of a pack, read out of its bytes. Throws a RangeError outside the pack. */
export function datasetEntry(pack: DatasetPack, index: number): DatasetEntry {
  const [start, end] = [pack.offsets[index], pack.offsets[index + 1]];
  if (start === undefined || end === undefined) {
    throw new RangeError(`${pack.source} has no entry ${index}: it has ${pack.count}`);
  }
  // A view, not a copy: a TextDecoder refuses shared memory.
  const view = Buffer.from(pack.bytes.buffer, pack.bytes.byteOffset + start, end - start);
  // Written by `PackWriter` from checked entries, so it is not checked again.
  const packed = JSON.parse(view.toString('utf8')) as PackedEntry;
  return { systemText: null, history: [], laterTurns: [], outputTokens: null, ...packed };
}
