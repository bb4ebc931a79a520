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
  /** Called with each sample as it comes, for a live view. */
  readonly onSample?: (sample: ProbeSample) => void;
  /** Told when the probes' thread dies: the run goes on without samples. */
  readonly onFailure?: (reason: string) => void;
  /** Other names of NVML's library and of nvidia-smi; a test's stand-ins. */
  readonly nvmlLibrary?: string;
  readonly smiFile?: string;
};

/** Probes that run in a thread of their own. */
export type RunningProbes = {
  readonly record: ProbeRecord;
  /** Watches a server's processes under the target's name. */
  watch(name: string, subject: ProbeSubject): void;
  forget(name: string): void;
  /** What the probes cost so far; `null` before the first sample. */
  cost(): ProbeCost | null;
  stop(): Promise<void>;
};

/** Starts the probes' thread; settles when it knows its GPUs and samples. Rejects where it cannot be started. */
export function startProbeThread(options: ProbeThreadOptions): Promise<RunningProbes> {
  const rateHz = Math.min(probeRates.most, Math.max(probeRates.least, options.rateHz ?? probeRates.least));
  const order: ProbeThreadOrder = {
    zero: options.zero,
    rateHz,
    nvmlLibrary: options.nvmlLibrary ?? null,
    smiFile: options.smiFile ?? null,
  };
  const worker = new Worker(workerUrl(), { workerData: order });
  const post = (message: ToProbes): void => worker.postMessage(message);
  const { promise, reject, resolve } = Promise.withResolvers<RunningProbes>();
  const ended = Promise.withResolvers<void>();
  let record: ProbeRecord | null = null;
  let cost: ProbeCost | null = null;

  const ready = (message: Extract<FromProbes, { kind: 'ready' }>): void => {
    const { gpuNames, gpuReason, gpuSource } = message;
    record = new ProbeRecord({ gpuSource, gpuReason, gpuNames, rateHz });
    resolve({
      record,
      watch: (name, subject) => post({ kind: 'watch', name, subject }),
      forget: (name) => post({ kind: 'forget', name }),
      cost: () => cost,
      async stop() {
        post({ kind: 'stop' });
        await ended.promise;
      },
    });
  };
  worker.on('message', (message: FromProbes) => {
    if (message.kind === 'ready') ready(message);
    if (message.kind !== 'sample') return;
    cost = message.cost;
    record?.add(message.sample);
    options.onSample?.(message.sample);
  });
  worker.on('error', (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    reject(new Error(`the probes ended: ${reason}`));
    if (record === null) return;
    record.fail(`the probes ended: ${reason}`);
    options.onFailure?.(reason);
  });
  worker.on('exit', () => ended.resolve());
  return promise;
}

/** From source the thread's file is TypeScript; beside a bundle it is built to a file of its own. */
function workerUrl(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './probe-worker.ts' : './probe-worker.js',
    import.meta.url,
  );
}
