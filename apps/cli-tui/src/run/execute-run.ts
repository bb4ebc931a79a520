import {
  type BenchmarkOrder,
  KneepointError,
  type OwnResult,
  runBenchmark,
  writeResultFile,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { ProgressLine } from '../screen/progress-line.ts';
import { watchInterrupts } from './interrupts.ts';

export type RunOutput = {
  /** Where the result file goes; `null` keeps it in the history only. */
  readonly outputPath: string | null;
  readonly quiet: boolean;
};

export type ExecutedRun = {
  readonly result: OwnResult;
  readonly inHistory: boolean;
  /** Why the result file could not be written at the end; to be thrown when the figures have been shown. */
  readonly unwritten: KneepointError | null;
};

/** Runs a benchmark with its progress on stderr; every finished stage is on disk before the next one starts. */
export async function executeRun(
  order: BenchmarkOrder,
  output: RunOutput,
  context: CommandContext,
): Promise<ExecutedRun> {
  const line = new ProgressLine(context, output.quiet);
  const file = new ResultOnDisk(output.outputPath, (text) => line.say(text));
  const running = runBenchmark(order, {
    tell: (event) => {
      if (event.kind === 'target-found') {
        const { target } = event;
        const version = target.version === null ? '' : ` ${target.version}`;
        line.say(
          `${target.name}: ${target.simulated ? 'simulated ' : ''}${target.engine}${version}, model ${target.model}, ${target.api}, ${target.url}`,
        );
        for (const note of target.notes) line.say(`  note: ${note}`);
      } else if (event.kind === 'stage-started') {
        const { stage, position, total } = event;
        line.start({ stage, position, total, read: (field) => running.live()?.fields[field] ?? 0 });
      } else if (event.kind === 'stage-ended') line.stop();
      else if (event.kind === 'note') line.say(`note: ${event.text}`);
    },
    save: (result) => file.save(result),
  });
  const unwatch = watchInterrupts(running, (text) => line.say(text));
  try {
    const result = await running.result;
    // Loaded when the measuring is over: a database is no part of the memory of a run.
    const { storeRun } = await import('./store-run.ts');
    const inHistory = storeRun(result, output.outputPath, context, (text) => line.say(text));
    return { result, inHistory, unwritten: file.failure };
  } finally {
    line.stop();
    unwatch();
  }
}

/** The result file of a run. While the disk is full the run goes on: a later stage may find room again. */
class ResultOnDisk {
  readonly #path: string | null;
  readonly #say: (text: string) => void;
  /** Why the last attempt to write it failed; `null` when it is on disk. */
  failure: KneepointError | null = null;

  constructor(path: string | null, say: (text: string) => void) {
    this.#path = path;
    this.#say = say;
  }

  async save(result: OwnResult): Promise<void> {
    if (this.#path === null) return;
    try {
      await writeResultFile(this.#path, result);
      this.failure = null;
    } catch (error) {
      if (!(error instanceof KneepointError)) throw error;
      if (result.exit === null) this.#say(`note: ${error.message}; it is tried again after the next stage`);
      this.failure = error;
    }
  }
}
