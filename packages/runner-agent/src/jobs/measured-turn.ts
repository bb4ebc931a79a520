import type { BenchmarkOrder, PlannedStage, ProgressField, RunningBenchmark } from '@kneepoint/core';
import { failureOf } from './failure-of.ts';
import type { JobMeasurements } from './job-measurements.ts';
import type { Failure } from './job-record.ts';
import type { LiveJob } from './live-job.ts';
import type { Benchmark, Probes } from './ports.ts';

const progressMillis = 250;
const probeMillis = 1000;

const fields = [
  'dispatched',
  'completed',
  'failed',
  'events',
  'tokens',
  'inFlight',
  'firstTokens',
  'firstTokenSum',
] as const satisfies readonly ProgressField[];

/** What a turn is measured with. */
export type TurnTools = {
  readonly job: LiveJob;
  readonly measured: JobMeasurements;
  readonly benchmark: Benchmark;
  readonly probes: Probes;
};

/** The measuring of one turn, from its start to its end; what it brings goes into the job's measurements and events. */
export class MeasuredTurn {
  readonly #job: LiveJob;
  readonly #measured: JobMeasurements;
  readonly #running: RunningBenchmark;
  readonly #stagesBefore: number;
  #ticking: NodeJS.Timeout | null = null;
  /** Resolves when all is measured and on disk: `null`, or why nothing could be. */
  readonly ended: Promise<Failure | null>;

  constructor(order: BenchmarkOrder, { job, measured, benchmark, probes }: TurnTools) {
    this.#job = job;
    this.#measured = measured;
    this.#stagesBefore = measured.stageCount;
    const unwatch = this.#watch(probes);
    this.#running = benchmark.run(order, {
      targetFound: (target) => job.say({ kind: 'target-found', target }),
      stageStarted: (stage, position, _, read) => this.#stageStarted(stage, position, read),
      stageEnded: ({ id, target, status, statusReason, counts, trust }) => {
        this.#stopTicking();
        const stage = { id, target, status, statusReason, counts, verdict: trust.verdict };
        job.say({ kind: 'stage-ended', stage });
      },
      note: (text) => job.say({ kind: 'note', text }),
      save: async (result) => {
        await measured.take(result);
        await job.change({ stages: { ...job.record.stages, ended: measured.stageCount } });
      },
    });
    this.ended = this.#finish().finally(unwatch);
  }

  stop(now: boolean): void {
    if (now) this.#running.cut();
    else this.#running.stop();
    if (this.#job.record.state === 'measuring')
      void this.#job.move('stop', {}, 'cancelled').catch(() => undefined);
  }

  async #finish(): Promise<Failure | null> {
    try {
      this.#measured.turnEnded(await this.#running.result);
      return null;
    } catch (error) {
      this.#measured.turnEnded(null);
      return failureOf(error);
    } finally {
      this.#stopTicking();
    }
  }

  #stageStarted(stage: PlannedStage, position: number, read: (field: ProgressField) => number): void {
    const { total } = this.#job.record.stages;
    this.#job.say({ kind: 'stage-started', stage, position: this.#stagesBefore + position, total });
    const say = (): void => {
      const totals = Object.fromEntries(fields.map((field) => [field, read(field)]));
      this.#job.say({ kind: 'progress', stage: stage.id, fields: totals as Record<ProgressField, number> });
    };
    this.#stopTicking();
    this.#ticking = setInterval(say, progressMillis);
  }

  #stopTicking(): void {
    if (this.#ticking !== null) clearInterval(this.#ticking);
    this.#ticking = null;
  }

  /** One sample a second is enough for a screen; the others are for those who follow the probes themselves. */
  #watch(probes: Probes): () => void {
    let last = Number.NEGATIVE_INFINITY;
    return probes.subscribe((sample) => {
      const now = performance.now();
      if (now - last < probeMillis) return;
      last = now;
      this.#job.say({ kind: 'probe', sample });
    });
  }
}
