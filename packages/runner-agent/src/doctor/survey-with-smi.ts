import type { CommandRunner } from '../environment/command-runner.ts';
import type { HostFiles } from '../environment/host-files.ts';
import { openAmdReader } from '../gpu/amd-reader.ts';
import type { OpenedReader } from '../gpu/gpu-reader.ts';
import { openSmiReader } from '../gpu/smi-reader.ts';
import type { GpuSurvey } from './doctor-host.ts';

/** Looks for GPUs without loading a library: nvidia-smi, then AMD's files. Facts only, nothing is sampled. */
export async function surveyWithSmi(run: CommandRunner, files: HostFiles): Promise<GpuSurvey> {
  const reasons: string[] = [];
  const ways: readonly (() => Promise<OpenedReader> | OpenedReader)[] = [
    () => openSmiReader({ run, now: () => 0, rateHz: 1 }),
    () => openAmdReader(files, run),
  ];
  for (const open of ways) {
    const opened = await open();
    if (opened.kind === 'none') {
      reasons.push(opened.reason);
      continue;
    }
    try {
      return { kind: 'found', source: opened.reader.source, gpus: await opened.reader.facts() };
    } finally {
      opened.reader.close();
    }
  }
  return { kind: 'none', reason: reasons.join('; ') };
}
