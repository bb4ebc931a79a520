import type { BenchmarkOrder, RunEvent, RunningBenchmark } from '@kneepoint/core';
import { failureOf } from './failure-of.ts';
import type { JobMeasurements } from './job-measurements.ts';
import type { Failure } from './job-record.ts';
import type { LiveJob } from './live-job.ts';
import type { Benchmark } from './ports.ts';

/** What a turn is measured with. */
export type TurnTools = {
  readonly job: LiveJob;
  readonly measured: JobMeasurements;
  readonly benchmark: Benchmark;
  /** Told what the turn's run tells, as a run of its own. */
  readonly tell: (event: RunEvent) => void;
};

/** The measuring of one turn, from its start to its end; what it brings goes into the job's measurements and events. */
export class MeasuredTurn {
  readonly #job: LiveJob;
  readonly #measured: JobMeasurements;
  readonly #running: RunningBenchmark;
  #stageRuns = false;
  /** Resolves when all is measured and on disk: `null`, or why nothing could be. */
  readonly ended: Promise<Failure | null>;

  constructor(order: BenchmarkOrder, { job, measured, benchmark, tell }: TurnTools) {
    this.#job = job;
    this.#measured = measured;
    this.#running = benchmark.run(order, {
      tell: (event) => {
        if (event.kind === 'stage-started') this.#stageRuns = true;
        if (event.kind === 'stage-ended') this.#stageRuns = false;
        tell(event);
      },
      save: async (result) => {
        await measured.take(result);
        await job.change({ stages: { ...job.record.stages, ended: measured.stageCount } });
      },
    });
    this.ended = this.#finish();
  }

  stop(now: boolean): void {
    if (now) this.#running.cut();
    else this.#running.stop();
    if (this.#job.record.state === 'measuring')
      void this.#job.move('stop', {}, 'cancelled').catch(() => undefined);
  }

  /** Waits before its next stage. */
  hold(): void {
    this.#running.hold();
  }

  release(): void {
    this.#running.release();
  }

  /** Ends the stage that runs; `false` between two stages. */
  skip(): boolean {
    if (this.#stageRuns) this.#running.skip();
    return this.#stageRuns;
  }

  async #finish(): Promise<Failure | null> {
    try {
      this.#measured.turnEnded(await this.#running.result);
      return null;
    } catch (error) {
      this.#measured.turnEnded(null);
      return failureOf(error);
    } finally {
      this.#stageRuns = false;
    }
  }
}
