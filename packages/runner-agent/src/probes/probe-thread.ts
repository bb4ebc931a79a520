import { Worker } from 'node:worker_threads';
import type { FromProbes, ProbeCost, ProbeThreadOrder, ToProbes } from './probe-protocol.ts';
import { ProbeRecord } from './probe-record.ts';
import type { ProbeSample } from './probe-sample.ts';
import { probeRates } from './start-probes.ts';
import type { ProbeSubject } from './subject-reader.ts';

export type ProbeThreadOptions = {
  /** The run's zero, as the load's clocks have it: `process.hrtime.bigint()` at the start of the run. */
  readonly zero: bigint;
  /** Samples a second, 5 to 10. */
  readonly rateHz?: number;
  /** Told when the probes' thread dies: the run goes on without samples. */
  readonly onFailure?: (reason: string) => void;
  /** Other names of NVML's library and of nvidia-smi; a test's stand-ins. */
  readonly nvmlLibrary?: string;
  readonly smiFile?: string;
};

/** Probes that run in a thread of their own. */
export type RunningProbes = {
  readonly record: ProbeRecord;
  /** Calls back with each sample until the returned function is called. */
  subscribe(listener: (sample: ProbeSample) => void): () => void;
  /** Watches a server's processes under the target's name. */
  watch(name: string, subject: ProbeSubject): void;
  forget(name: string): void;
  /** What the probes cost so far; `null` before the first sample. */
  cost(): ProbeCost | null;
  stop(): Promise<void>;
};

/** Starts the probes' thread; settles when it knows its GPUs and samples. Rejects where it cannot be started. */
export function startProbeThread(options: ProbeThreadOptions): Promise<RunningProbes> {
  return new ProbeThread(options).started();
}

type Origin = Extract<FromProbes, { kind: 'ready' }>;

class ProbeThread {
  readonly #worker: Worker;
  readonly #rateHz: number;
  readonly #onFailure: (reason: string) => void;
  readonly #started = Promise.withResolvers<RunningProbes>();
  readonly #ended = Promise.withResolvers<void>();
  readonly #listeners = new Set<(sample: ProbeSample) => void>();
  #record: ProbeRecord | null = null;
  #cost: ProbeCost | null = null;

  constructor(options: ProbeThreadOptions) {
    this.#rateHz = Math.min(probeRates.most, Math.max(probeRates.least, options.rateHz ?? probeRates.least));
    this.#onFailure = options.onFailure ?? (() => undefined);
    const order: ProbeThreadOrder = {
      zero: options.zero,
      rateHz: this.#rateHz,
      nvmlLibrary: options.nvmlLibrary ?? null,
      smiFile: options.smiFile ?? null,
    };
    this.#worker = new Worker(workerUrl(), { workerData: order });
    this.#worker.on('message', (message: FromProbes) => this.#take(message));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error.message : String(error)));
    this.#worker.on('exit', () => this.#ended.resolve());
  }

  started(): Promise<RunningProbes> {
    return this.#started.promise;
  }

  #take(message: FromProbes): void {
    if (message.kind === 'ready') {
      this.#record = this.#ready(message);
      return;
    }
    this.#cost = message.cost;
    this.#record?.add(message.sample);
    for (const listener of this.#listeners) listener(message.sample);
  }

  #ready({ gpuNames, gpuReason, gpuSource }: Origin): ProbeRecord {
    const record = new ProbeRecord({ gpuSource, gpuReason, gpuNames, rateHz: this.#rateHz });
    this.#started.resolve({
      record,
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      watch: (name, subject) => this.#post({ kind: 'watch', name, subject }),
      forget: (name) => this.#post({ kind: 'forget', name }),
      cost: () => this.#cost,
      stop: async () => {
        this.#post({ kind: 'stop' });
        await this.#ended.promise;
      },
    });
    return record;
  }

  #fail(reason: string): void {
    const told = `the probes ended: ${reason}`;
    this.#started.reject(new Error(told));
    if (this.#record === null) return;
    this.#record.fail(told);
    this.#onFailure(told);
  }

  #post(message: ToProbes): void {
    this.#worker.postMessage(message);
  }
}

/** From source the thread's file is TypeScript; beside a bundle it is built to a file of its own. */
function workerUrl(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './probe-worker.ts' : './probe-worker.js',
    import.meta.url,
  );
}
