import { mergeSamples, type ServerSample } from './server-observation.ts';

/** Samples of a stage in the order of time, never more than a limit however long it runs. */
export class ServerSamples {
  readonly #limit: number;
  #samples: { readonly sample: ServerSample; readonly kept: boolean }[] = [];

  /** @param limit from here on neighbours are merged, so that half of it remains; kept samples are not counted */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds the latest sample; a kept one is never merged: the first, and those that mark the window's edges. */
  add(sample: ServerSample, kept: boolean): void {
    this.#samples.push({ sample, kept: kept || this.#samples.length === 0 });
    if (this.#samples.length > this.#limit) this.#samples = mergedPairs(this.#samples);
  }

  list(): readonly ServerSample[] {
    return this.#samples.map(({ sample }) => sample);
  }
}

type Entry = { readonly sample: ServerSample; readonly kept: boolean };

/** Every two neighbours become one, but for those that are kept. */
function mergedPairs(entries: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  let open: Entry | null = null;
  for (const entry of entries) {
    if (open !== null && !entry.kept) {
      merged.push({ sample: mergeSamples(open.sample, entry.sample), kept: false });
      open = null;
      continue;
    }
    if (open !== null) merged.push(open);
    open = entry.kept ? null : entry;
    if (entry.kept) merged.push(entry);
  }
  if (open !== null) merged.push(open);
  return merged;
}
