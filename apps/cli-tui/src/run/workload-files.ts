import {
  type FileFacts,
  readDatasetFile,
  readLengthsFile,
  readTraceFile,
  type WorkloadFile,
  type WorkloadFiles,
} from '@kneepoint/core';

/** The files that stages name, read: what a run sends, and what planning has to know of it. */
export type ReadFiles = { readonly files: WorkloadFiles; readonly facts: FileFacts };

/**
 * Reads the files that stages name, each once.
 * @param pathOf where a file is that the plan or the flags call so
 */
export async function readWorkloadFiles(
  wanted: readonly WorkloadFile[],
  pathOf: (source: string) => string,
): Promise<ReadFiles> {
  const traces = new Map<string, Awaited<ReturnType<typeof readTraceFile>>>();
  const datasets = new Map<string, Awaited<ReturnType<typeof readDatasetFile>>>();
  const datasetFormats = new Map<string, Awaited<ReturnType<typeof readDatasetFile>>['format']>();
  const lengths = new Map<string, readonly number[]>();
  for (const file of wanted) {
    const path = pathOf(file.source);
    if (file.kind === 'trace' && !traces.has(file.source)) {
      traces.set(file.source, await readTraceFile(path, file));
    } else if (file.kind === 'dataset' && !datasets.has(file.source)) {
      const pack = await readDatasetFile(path, file);
      datasets.set(file.source, pack);
      datasetFormats.set(file.source, pack.format);
    } else if (file.kind === 'lengths' && !lengths.has(file.source)) {
      lengths.set(file.source, await readLengthsFile(path));
    }
  }
  return { files: { traces, datasets }, facts: { traces, datasetFormats, lengths } };
}
