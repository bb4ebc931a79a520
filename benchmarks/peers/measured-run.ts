import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PeerCommand } from './peer-client.ts';

const measurer = fileURLToPath(new URL('measure_tree.py', import.meta.url));
/** No run may last longer. */
export const deadlineSeconds = 120;
const graceMillis = 15_000;

const usage = z.object({
  startedMicros: z.number(),
  endedMicros: z.number(),
  exitCode: z.number(),
  timedOut: z.boolean(),
  cpuMicros: z.number(),
  peakResidentBytes: z.number(),
  samples: z.array(z.tuple([z.number(), z.number()])),
});

/**
 * What a program and all its descendants used. Instants are microseconds on the machine's monotonic clock, `samples` are
 * pairs of an instant and the processor time used up to it, `exitCode` is the negative signal where one ended the program.
 */
export type TreeUsage = z.infer<typeof usage>;

/** Runs a program to its end in a folder that keeps its output. Past the deadline its whole tree is ended. */
export async function runMeasured(command: PeerCommand, folder: string): Promise<TreeUsage> {
  const result = join(folder, 'usage.json');
  const [output, errors] = [
    await open(join(folder, 'stdout.txt'), 'w'),
    await open(join(folder, 'stderr.txt'), 'w'),
  ];
  try {
    const words = [measurer, result, String(deadlineSeconds), command.program, ...command.arguments];
    const child = spawn('python3', words, {
      cwd: folder,
      env: { ...process.env, ...command.environment },
      stdio: ['ignore', output.fd, errors.fd],
    });
    const force = setTimeout(() => child.kill('SIGTERM'), deadlineSeconds * 1000 + graceMillis);
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => resolve());
    });
    clearTimeout(force);
  } finally {
    await output.close();
    await errors.close();
  }
  return usage.parse(JSON.parse(await readFile(result, 'utf8')));
}

/** Processor time used between two instants, by straight lines between the samples. Microseconds. */
export function cpuBetween(samples: TreeUsage['samples'], from: number, to: number): number {
  return cpuUpTo(samples, to) - cpuUpTo(samples, from);
}

function cpuUpTo(samples: TreeUsage['samples'], instant: number): number {
  const after = samples.findIndex(([at]) => at >= instant);
  const [laterAt, laterCpu] = samples[after] ?? samples.at(-1) ?? [0, 0];
  const [earlierAt, earlierCpu] = samples[after - 1] ?? [laterAt, laterCpu];
  if (after <= 0 || laterAt === earlierAt) return laterCpu;
  return earlierCpu + ((laterCpu - earlierCpu) * (instant - earlierAt)) / (laterAt - earlierAt);
}
