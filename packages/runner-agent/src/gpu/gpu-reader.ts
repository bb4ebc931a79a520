import type { ThrottleReason } from '@kneepoint/core';
import type { Fact } from '../environment/fact.ts';

/** What a GPU's figures are read with. */
export type GpuSource = 'nvml' | 'nvidia-smi' | 'amd-sysfs';

/** What one GPU is. `identity` is a hash of its unique id: the same GPU has the same one, and the id cannot be told from it. */
export type GpuFacts = {
  readonly index: number;
  readonly name: Fact<string>;
  readonly memoryBytes: Fact<number>;
  readonly identity: Fact<string>;
  readonly driver: Fact<string>;
  /** The newest CUDA version that the driver can run; of AMD's GPUs unknown. */
  readonly cuda: Fact<string>;
  /** `12.0`; of AMD's GPUs the instruction set, such as `gfx942`. */
  readonly computeCapability: Fact<string>;
  readonly maxSmClockMegahertz: Fact<number>;
  readonly maxMemoryClockMegahertz: Fact<number>;
  readonly powerLimitWatts: Fact<number>;
};

/** A process's memory on a GPU, in bytes; `null` where the driver does not tell it. */
export type GpuProcess = { readonly pid: number; readonly usedBytes: number | null };

/** One GPU at one instant; what it does not tell is `null`. */
export type GpuDeviceReading = {
  readonly index: number;
  readonly memoryUsedBytes: number | null;
  readonly utilizationPercent: number | null;
  readonly memoryUtilizationPercent: number | null;
  readonly powerWatts: number | null;
  /** A counter since the driver was loaded. */
  readonly energyJoules: number | null;
  readonly temperatureCelsius: number | null;
  readonly smClockMegahertz: number | null;
  readonly memoryClockMegahertz: number | null;
  readonly throttle: readonly ThrottleReason[] | null;
  readonly processes: readonly GpuProcess[] | null;
};

/** All GPUs at one instant of the run's clock, in microseconds. */
export type GpuReading = { readonly at: number; readonly devices: readonly GpuDeviceReading[] };

/** A way to read GPUs. One reader is used by one thread. */
export type GpuReader = {
  readonly source: GpuSource;
  facts(): Promise<readonly GpuFacts[]>;
  /**
   * The readings that came since the last call, oldest first; none when there is none: a gap. `now` is the instant of
   * the call on the run's clock. The first call starts what sampling needs.
   */
  read(now: number): readonly GpuReading[];
  /** Why the last `read` gave nothing; `null` when it is too early to say or nothing is wrong. */
  problem(): string | null;
  close(): void;
};

/** A reader, or why no GPU can be read in this way. */
export type OpenedReader =
  | { readonly kind: 'open'; readonly reader: GpuReader }
  | { readonly kind: 'none'; readonly reason: string };
