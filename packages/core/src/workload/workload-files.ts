import type { DatasetPack } from './datasets/dataset-pack.ts';
import type { TraceData } from './traces/trace-data.ts';

/** The files that a run's stages name, read once, by the `source` text that the plan names them with. */
export type WorkloadFiles = {
  readonly traces: ReadonlyMap<string, TraceData>;
  readonly datasets: ReadonlyMap<string, DatasetPack>;
};

/** A run that needs no files. */
export const noFiles: WorkloadFiles = { traces: new Map(), datasets: new Map() };
