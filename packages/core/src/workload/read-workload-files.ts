import type { FileFacts, WorkloadFile } from '../plan/workload-file.ts';
import { readDatasetFile } from './datasets/read-dataset-file.ts';
import { readLengthsFile } from './datasets/read-lengths-file.ts';
import { readPromptsFile } from './language-prompts/read-prompts-file.ts';
import { readTraceFile } from './traces/read-trace-file.ts';
import type { WorkloadFiles } from './workload-files.ts';

/** The files that stages name, read: what a run sends, and what planning has to know of it. */
export type ReadFiles = { readonly files: WorkloadFiles; readonly facts: FileFacts };

/**
 * Reads the files that stages name, each once. Throws a usage error for one that cannot be read.
 * @param pathOf where a file is that the plan or the flags call so
 */
export async function readWorkloadFiles(
  wanted: readonly WorkloadFile[],
  pathOf: (source: string) => string,
): Promise<ReadFiles> {
  const traces = new Map<string, Awaited<ReturnType<typeof readTraceFile>>>();
  const datasets = new Map<string, Awaited<ReturnType<typeof readDatasetFile>>>();
  const lengths = new Map<string, readonly number[]>();
  const prompts = new Map<string, readonly string[]>();
  const once = new Map(wanted.map((file) => [`${file.kind} ${file.source}`, file]));
  for (const file of once.values()) {
    const path = pathOf(file.source);
    if (file.kind === 'trace') traces.set(file.source, await readTraceFile(path, file));
    else if (file.kind === 'dataset') datasets.set(file.source, await readDatasetFile(path, file));
    else if (file.kind === 'prompts') prompts.set(file.source, await readPromptsFile(path));
    else lengths.set(file.source, await readLengthsFile(path));
  }
  const datasetFormats = new Map([...datasets].map(([source, pack]) => [source, pack.format]));
  return { files: { traces, datasets }, facts: { traces, datasetFormats, lengths, prompts } };
}
