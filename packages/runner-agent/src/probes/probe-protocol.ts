import type { GpuSource } from '../gpu/gpu-reader.ts';
import type { ProbeSample } from './probe-sample.ts';
import type { ProbeSubject } from './subject-reader.ts';

/** What the probes' thread is started with. */
export type ProbeThreadOrder = {
  /** The run's zero, an absolute reading of the monotonic clock in nanoseconds. */
  readonly zero: bigint;
  readonly rateHz: number;
  readonly nvmlLibrary: string | null;
  readonly smiFile: string | null;
};

/** Main thread to probes. */
export type ToProbes =
  | { readonly kind: 'watch'; readonly name: string; readonly subject: ProbeSubject }
  | { readonly kind: 'forget'; readonly name: string }
  | { readonly kind: 'stop' };

/** What the probes themselves cost: CPU time of their thread, of the seconds since they started. */
export type ProbeCost = { readonly cpuSeconds: number; readonly seconds: number };

/** Probes to main thread. */
export type FromProbes =
  | {
      readonly kind: 'ready';
      readonly gpuSource: GpuSource | null;
      readonly gpuReason: string | null;
      readonly gpuNames: Readonly<Record<number, string | null>>;
    }
  | { readonly kind: 'sample'; readonly sample: ProbeSample; readonly cost: ProbeCost };
