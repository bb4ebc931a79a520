import { createGateMemory } from '../load/shared-gate.ts';
import type { EarlyEnd, StopReason } from '../load/stage-load.ts';
import { cycleOf } from '../load/worker-share.ts';
import { readLiveMemories } from '../measurement/live-memory.ts';
import { mergeMeasurements } from '../measurement/merge-measurements.ts';
import type { RecordBatch } from '../measurement/record-batch.ts';
import {
  type ProgressField,
  progressFields,
  type StageOrder,
  type StageOutcome,
  type ToWorker,
  type WorkerOutcome,
} from './load-worker-protocol.ts';
import { LoadWorkerThread } from './load-worker-thread.ts';
import type { LiveProgress, StagePhase } from './run-event.ts';
import type { Tokenizing } from './tokenizing.ts';

/** What the main thread hears while a stage runs. */
export type StageListener = {
  records(batch: RecordBatch): void;
  /** The measurement window has just opened, or closed. */
  windowEdge(edge: 'open' | 'close'): void;
};

/** The load workers of a run: each drives its part of a stage, and what they measured comes back as one. */
export class LoadWorkers {
  readonly #threads: readonly LoadWorkerThread[];
  readonly #tokenizing: Tokenizing | null;
  /** Those of the stage that runs, or of the last one until the next one starts. */
  #active: readonly LoadWorkerThread[] = [];
  #phase: StagePhase = 'warmup';
  /** The run is to end: said to a stage that is only being prepared as soon as it is with its workers. */
  #ending: Extract<ToWorker, { readonly kind: 'stop' | 'cut' }> | null = null;

  constructor(zero: bigint, tokenizing: Tokenizing | null, count: number) {
    this.#tokenizing = tokenizing;
    this.#threads = Array.from({ length: count }, () => new LoadWorkerThread(zero));
  }

  /**
   * Runs one stage; settles when its last request has ended. Records come in batches while it runs.
   * @param skip ends the stage early when it is aborted, as soon as it has started
   */
  async run(order: StageOrder, skip: AbortSignal, listener: StageListener): Promise<StageOutcome> {
    const threads = this.#threads.slice(0, workersFor(order, this.#threads.length));
    this.#active = threads;
    this.#phase = 'warmup';
    const gate = createGateMemory();
    const edges = { open: false, close: false };
    const parts = threads.map((thread, index) =>
      thread.run(
        { ...order, share: { index, count: threads.length }, gate },
        {
          records: (batch) => listener.records(batch),
          count: (text) => this.#tokenizing?.count(text) ?? null,
          windowEdge: (edge) => {
            if (edges[edge]) return;
            edges[edge] = true;
            this.#phase = edge === 'open' ? 'measuring' : 'draining';
            listener.windowEdge(edge);
          },
        },
      ),
    );
    this.#tellEnding();
    const onSkip = (): void => this.stop('skipped');
    if (skip.aborted) onSkip();
    else skip.addEventListener('abort', onSkip);
    const stopFeeding = this.#tokenizing?.feed(order, {
      count: threads.length,
      prompts: (worker, prompts) => threads[worker]?.post({ kind: 'prompts', prompts }),
      dispatched: () => this.progress('dispatched'),
    });
    try {
      return merge(await this.#allOf(parts));
    } finally {
      stopFeeding?.();
      skip.removeEventListener('abort', onSkip);
    }
  }

  /** How the stage that runs fares, or the last one's totals: counts are at most a tenth of a second old. */
  live(): LiveProgress {
    const fields = Object.fromEntries(progressFields.map((field) => [field, this.progress(field)]));
    return {
      fields: fields as Record<ProgressField, number>,
      phase: this.#phase,
      ...readLiveMemories(this.#active.map((thread) => thread.live)),
    };
  }

  /** A live value over all workers, at most a tenth of a second old. */
  progress(field: ProgressField): number {
    return this.#active.reduce((total, thread) => total + thread.progress(field), 0);
  }

  /** Starts no more requests in the stage that runs. */
  stop(reason: Exclude<EarlyEnd, 'interrupted'>): void {
    this.#phase = 'draining';
    for (const thread of this.#active) thread.post({ kind: 'stop', reason });
  }

  /** Starts no more requests in this stage or a later one; `cut` ends those in flight, too. */
  end(how: 'stop' | 'cut'): void {
    this.#ending = how === 'cut' ? { kind: 'cut' } : { kind: 'stop', reason: 'interrupted' };
    this.#tellEnding();
  }

  #tellEnding(): void {
    if (this.#ending === null) return;
    this.#phase = 'draining';
    for (const thread of this.#active) thread.post(this.#ending);
  }

  /** Ends a warm-up whose end the main thread decides, at an instant of the run's clock that has not passed yet. */
  endWarmup(at: number): void {
    for (const thread of this.#active) thread.post({ kind: 'end-warmup', at });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  /** When one worker crashes the others have nothing to wait for: their requests are cut. */
  async #allOf(parts: readonly Promise<WorkerOutcome>[]): Promise<WorkerOutcome[]> {
    try {
      return await Promise.all(parts);
    } catch (error) {
      this.end('cut');
      throw error;
    }
  }
}

/** A closed loop has no use for more workers than users. */
function workersFor({ stage }: StageOrder, count: number): number {
  return stage.load.loop === 'open' ? count : Math.min(count, cycleOf(stage.load, stage.stop, count));
}

function merge(workers: readonly WorkerOutcome[]): StageOutcome {
  const measurement = mergeMeasurements(workers.map((worker) => worker.measurement));
  return {
    measurement,
    reason: mergeReasons(workers.map((worker) => worker.reason)),
    workers,
    prompts: promptsInOrder(workers, measurement.keptAnswers),
  };
}

/** The strongest reason first; a server that fails one worker's every request and answers another's is there. */
const reasonsByWeight: readonly StopReason[] = [
  'interrupted',
  'skipped',
  'over-saturated',
  'target-unreachable',
  'finished',
  'every-request-failed',
];

function mergeReasons(reasons: readonly StopReason[]): StopReason {
  return reasonsByWeight.find((reason) => reasons.includes(reason)) ?? 'finished';
}

function promptsInOrder(
  workers: readonly WorkerOutcome[],
  answers: readonly { readonly index: number }[],
): string[] {
  const prompts = new Map(
    workers.flatMap(({ measurement, prompts: own }) =>
      measurement.keptAnswers.map(({ index }, position) => [index, own[position] ?? ''] as const),
    ),
  );
  return answers.map(({ index }) => prompts.get(index) ?? '');
}
