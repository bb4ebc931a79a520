import { Worker } from 'node:worker_threads';
import { exitCodes, KneepointError } from './errors/kneepoint-error.ts';
import type {
  FromWorker,
  ProgressField,
  StageOrder,
  StageOutcome,
  ToWorker,
} from './load-worker-protocol.ts';
import { progressFields } from './load-worker-protocol.ts';
import type { RecordBatch } from './measurement/record-batch.ts';
import { restoreMeasurement } from './measurement/restore-measurement.ts';
import type { Tokenizing } from './tokenizing.ts';

/** A request leaves a few kilobytes behind: a young generation in which they die before they are promoted keeps the worker small in a long run. */
const youngGenerationMegabytes = 16;

/** The load worker as the main thread sees it. */
export class LoadWorker {
  readonly #worker: Worker;
  readonly #progress: Float64Array;
  readonly #tokenizing: Tokenizing | null;
  #onRecords: (batch: RecordBatch) => void = () => {};
  #settle: { resolve(outcome: StageOutcome): void; reject(error: Error): void } | null = null;

  constructor(zero: bigint, tokenizing: Tokenizing | null) {
    this.#tokenizing = tokenizing;
    this.#progress = new Float64Array(
      new SharedArrayBuffer(progressFields.length * Float64Array.BYTES_PER_ELEMENT),
    );
    this.#worker = new Worker(workerUrl(), {
      workerData: { zero, progress: this.#progress },
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
    });
    this.#worker.on('message', (message: FromWorker) => this.#take(message));
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#fail(new Error('the load worker ended unexpectedly')));
  }

  /** Runs one stage; settles when its last request has ended. Records come in batches while it runs. */
  run(order: StageOrder, onRecords: (batch: RecordBatch) => void): Promise<StageOutcome> {
    this.#onRecords = onRecords;
    this.#progress.fill(0);
    const ended = new Promise<StageOutcome>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#post({ kind: 'run', order });
    const stopFeeding = this.#tokenizing?.feed(order, {
      prompts: (batch) => this.#post({ kind: 'prompts', batch }),
      dispatched: () => this.progress('dispatched'),
    });
    return ended.finally(() => stopFeeding?.());
  }

  /** A live value, at most a tenth of a second old. */
  progress(field: ProgressField): number {
    return this.#progress[progressFields.indexOf(field)] ?? 0;
  }

  /** Starts no more requests. */
  stop(): void {
    this.#post({ kind: 'stop' });
  }

  /** Cuts what is in flight. */
  cut(): void {
    this.#post({ kind: 'cut' });
  }

  async close(): Promise<void> {
    this.#settle = null;
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromWorker): void {
    switch (message.kind) {
      case 'records':
        this.#onRecords(message.batch);
        return;
      case 'count':
        this.#post({
          kind: 'counted',
          id: message.id,
          tokens: this.#tokenizing?.count(message.text) ?? null,
        });
        return;
      case 'ended': {
        const settle = this.#settle;
        this.#settle = null;
        settle?.resolve({ ...message.outcome, measurement: restoreMeasurement(message.outcome.measurement) });
        return;
      }
      case 'crashed':
        this.#fail(crashError(message.message, message.code, message.hint));
    }
  }

  #fail(error: Error): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.reject(error);
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
