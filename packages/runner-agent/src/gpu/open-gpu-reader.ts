import { type CommandRunner, localCommands } from '../environment/command-runner.ts';
import { type HostFiles, localFiles } from '../environment/host-files.ts';
import { openAmdReader } from './amd-reader.ts';
import type { OpenedReader } from './gpu-reader.ts';
import { openNvmlReader } from './nvml-reader.ts';
import { openSmiReader } from './smi-reader.ts';

export type GpuReaderOptions = {
  /** The run's clock, in microseconds. */
  readonly now: () => number;
  /** Samples a second, for readers that sample by themselves. */
  readonly rateHz: number;
  readonly files?: HostFiles;
  readonly run?: CommandRunner;
  /** Other names of NVML's library and of nvidia-smi; a test's stand-ins. */
  readonly nvmlLibrary?: string;
  readonly smiFile?: string;
};

/** The first way to read this host's GPUs that works: NVML, nvidia-smi, AMD's sysfs; or why none of them does. */
export async function openGpuReader(options: GpuReaderOptions): Promise<OpenedReader> {
  const files = options.files ?? localFiles;
  const run = options.run ?? localCommands;
  const ways: readonly (() => OpenedReader | Promise<OpenedReader>)[] = [
    () => openNvmlReader(options.nvmlLibrary),
    () =>
      openSmiReader({
        run,
        now: options.now,
        rateHz: options.rateHz,
        ...(options.smiFile === undefined ? {} : { file: options.smiFile }),
      }),
    () => openAmdReader(files, run),
  ];
  const reasons: string[] = [];
  for (const open of ways) {
    const opened = await open();
    if (opened.kind === 'open') return opened;
    reasons.push(opened.reason);
  }
  return { kind: 'none', reason: reasons.join('; ') };
}
