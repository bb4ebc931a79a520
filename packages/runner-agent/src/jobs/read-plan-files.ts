import {
  type FileFacts,
  readDatasetFile,
  readLengthsFile,
  readTraceFile,
  type WorkloadFile,
  type WorkloadFiles,
} from '@kneepoint/core';

/** The files of a plan, read: what a run sends, and what planning has to know of it. */
export type ReadPlanFiles = { readonly files: WorkloadFiles; readonly facts: FileFacts };

/** Reads the files that stages name, each once. Throws a usage error for one that cannot be read. */
export async function readPlanFiles(
  wanted: readonly WorkloadFile[],
  pathOf: (source: string) => string,
): Promise<ReadPlanFiles> {
  const traces = new Map<string, Awaited<ReturnType<typeof readTraceFile>>>();
  const datasets = new Map<string, Awaited<ReturnType<typeof readDatasetFile>>>();
  const lengths = new Map<string, readonly number[]>();
  for (const file of new Map(wanted.map((one) => [`${one.kind} ${one.source}`, one])).values()) {
    const path = pathOf(file.source);
    if (file.kind === 'trace') traces.set(file.source, await readTraceFile(path, file));
    else if (file.kind === 'dataset') datasets.set(file.source, await readDatasetFile(path, file));
    else lengths.set(file.source, await readLengthsFile(path));
  }
  const datasetFormats = new Map([...datasets].map(([source, pack]) => [source, pack.format]));
  return { files: { traces, datasets }, facts: { traces, datasetFormats, lengths } };
}
