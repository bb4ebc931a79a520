import type { GpuDeviceReading } from '../gpu/gpu-reader.ts';
import type { HostReading } from './host-load.ts';
import type { SubjectReading } from './subject-reader.ts';

/** A GPU in a sample: its own figures, and by server the bytes that its processes hold there (`null`: not told). */
export type DeviceSample = Omit<GpuDeviceReading, 'processes'> & {
  readonly servers: Readonly<Record<string, number | null>>;
};

/** All GPUs at one instant of the run's clock. */
export type GpuSample = { readonly at: number; readonly devices: readonly DeviceSample[] };

/** A server's processes in a sample; `cores` is how many it kept busy since the sample before. */
export type SubjectSample = Omit<SubjectReading, 'pids' | 'cpuSeconds'> & {
  readonly name: string;
  readonly processes: number;
  readonly cores: number | null;
};

/**
 * What one turn of the probes saw, in microseconds from the run's zero. `gpus` holds the readings that came since the
 * turn before, each with its own instant; `host` is there once a second.
 */
export type ProbeSample = {
  readonly at: number;
  readonly gpus: readonly GpuSample[];
  readonly gpuProblem: string | null;
  readonly subjects: readonly SubjectSample[];
  readonly host: HostReading | null;
};
