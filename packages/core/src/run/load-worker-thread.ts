import { Worker } from 'node:worker_threads';
import { exitCodes, KneepointError } from '../errors/kneepoint-error.ts';
import { clearLiveMemory, createLiveMemory, type LiveMemory } from '../measurement/live-memory.ts';
import type { RecordBatch } from '../measurement/record-batch.ts';
import { restoreMeasurement } from '../measurement/restore-measurement.ts';
import type {
  FromWorker,
  ProgressField,
  ToWorker,
  WorkerMemory,
  WorkerOrder,
  WorkerOutcome,
} from './load-worker-protocol.ts';
import { progressFields } from './load-worker-protocol.ts';

/** A request leaves a few kilobytes behind: a young generation in which they die before they are promoted keeps the worker small in a long run. */
const youngGenerationMegabytes = 16;

/** What the main thread does for a load worker while a stage runs. */
export type WorkerEvents = {
  records(batch: RecordBatch): void;
  windowEdge(edge: 'open' | 'close'): void;
  /** Counts the tokens of a text; `null` where there is no tokenizer. */
  count(text: string): number | null;
};

/** One load worker as the main thread sees it. */
export class LoadWorkerThread {
  readonly #worker: Worker;
  readonly #progress = new Float64Array(
    new SharedArrayBuffer(progressFields.length * Float64Array.BYTES_PER_ELEMENT),
  );
  /** What the worker shares of the stage that runs, or of its last one. */
  readonly live: LiveMemory = createLiveMemory();
  #events: WorkerEvents | null = null;
  #settle: PromiseWithResolvers<WorkerOutcome> | null = null;

  constructor(zero: bigint) {
    const workerData: WorkerMemory = { zero, progress: this.#progress, live: this.live };
    this.#worker = new Worker(workerUrl(), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
    });
    this.#worker.on('message', (message: FromWorker) => this.#take(message));
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#fail(new Error('a load worker ended unexpectedly')));
  }

  /** Runs the worker's part of one stage; settles when its last request has ended. */
  run(order: WorkerOrder, events: WorkerEvents): Promise<WorkerOutcome> {
    this.#events = events;
    this.#progress.fill(0);
    clearLiveMemory(this.live);
    this.#settle = Promise.withResolvers();
    this.post({ kind: 'run', order });
    return this.#settle.promise;
  }

  /** A live value, at most a tenth of a second old. */
  progress(field: ProgressField): number {
    return this.#progress[progressFields.indexOf(field)] ?? 0;
  }

  post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  async close(): Promise<void> {
    this.#settle = null;
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #take(message: FromWorker): void {
    switch (message.kind) {
      case 'records':
        this.#events?.records(message.batch);
        return;
      case 'window':
        this.#events?.windowEdge(message.edge);
        return;
      case 'count': {
        const tokens = this.#events?.count(message.text) ?? null;
        this.post({ kind: 'counted', id: message.id, tokens });
        return;
      }
      case 'ended': {
        const { outcome } = message;
        this.#settle?.resolve({ ...outcome, measurement: restoreMeasurement(outcome.measurement) });
        this.#settle = null;
        return;
      }
      case 'crashed':
        this.#fail(crashError(message.message, message.code, message.hint));
    }
  }

  #fail(error: Error): void {
    this.#settle?.reject(error);
    this.#settle = null;
  }
}

function crashError(message: string, code: string | null, hint: string | null): Error {
  if (code === null) return new Error(`the load worker failed: ${message}`);
  return new KneepointError(message, { code, exitCode: exitCodes.usage, ...(hint === null ? {} : { hint }) });
}

/** The worker stands beside this file, as source and in the bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './load-worker.ts' : './load-worker.js', import.meta.url);
}
