import {
  type BenchmarkOrder,
  KneepointError,
  type OwnResult,
  runBenchmark,
  writeResultFile,
} from '@kneepoint/core';
import { openWatcher } from '../live/open-watcher.ts';
import type { RunContext } from '../live/run-context.ts';
import { RunSteering } from '../live/run-steering.ts';
import { watchInterrupts } from './interrupts.ts';

export type RunOutput = {
  /** Where the result file goes; `null` keeps it in the history only. */
  readonly outputPath: string | null;
};

export type ExecutedRun = {
  readonly result: OwnResult;
  readonly inHistory: boolean;
  /** Why the result file could not be written at the end; to be thrown when the figures have been shown. */
  readonly unwritten: KneepointError | null;
};

/** Runs a benchmark, watched as the context says; every finished stage is on disk before the next one starts. */
export async function executeRun(
  order: BenchmarkOrder,
  { outputPath }: RunOutput,
  context: RunContext,
): Promise<ExecutedRun> {
  const steering = new RunSteering();
  const unwatch = watchInterrupts(steering);
  const watcher = await openWatcher({ name: order.name, steering, clock: Date.now }, context);
  const say = (text: string): void => watcher.say(text);
  try {
    const file = new ResultOnDisk(outputPath, say);
    const running = runBenchmark(order, {
      tell: (event) => watcher.tell(event),
      save: (result) => file.save(result),
    });
    steering.attach(running, (event) => watcher.tell(event));
    const result = await running.result;
    // Loaded when the measuring is over: a database is no part of the memory of a run.
    const { storeRun } = await import('./store-run.ts');
    const inHistory = storeRun(result, outputPath, context, say);
    return { result, inHistory, unwritten: file.failure };
  } finally {
    watcher.close();
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
