import { type BenchmarkOrder, type Result, runBenchmark, writeResultFile } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { ProgressLine } from '../screen/progress-line.ts';
import { watchInterrupts } from './interrupts.ts';

export type RunOutput = {
  /** Where the result file goes; `null` keeps it in the history only. */
  readonly outputPath: string | null;
  readonly quiet: boolean;
};

export type ExecutedRun = { readonly result: Result; readonly inHistory: boolean };

/** Runs a benchmark with its progress on stderr; every finished stage is on disk before the next one starts. */
export async function executeRun(
  order: BenchmarkOrder,
  output: RunOutput,
  context: CommandContext,
): Promise<ExecutedRun> {
  const line = new ProgressLine(context, output.quiet);
  const running = runBenchmark(order, {
    targetFound: (target) => {
      const version = target.version === null ? '' : ` ${target.version}`;
      line.say(
        `${target.name}: ${target.simulated ? 'simulated ' : ''}${target.engine}${version}, model ${target.model}, ${target.api}, ${target.url}`,
      );
      for (const note of target.notes) line.say(`  note: ${note}`);
    },
    stageStarted: (stage, position, total, read) => line.start({ stage, position, total, read }),
    stageEnded: () => line.stop(),
    save: async (result) => {
      if (output.outputPath !== null) await writeResultFile(output.outputPath, result);
    },
  });
  const unwatch = watchInterrupts(running, (text) => line.say(text));
  try {
    const result = await running.result;
    // Loaded when the measuring is over: a database is no part of the memory of a run.
    const { storeRun } = await import('./store-run.ts');
    const inHistory = storeRun(result, output.outputPath, context, (text) => line.say(text));
    return { result, inHistory };
  } finally {
    line.stop();
    unwatch();
  }
}
