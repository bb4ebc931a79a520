import type { CommandRunner } from '../environment/command-runner.ts';
import type { HostFiles } from '../environment/host-files.ts';
import type { GpuFacts, GpuSource } from '../gpu/gpu-reader.ts';

/** The GPUs of this host, or why none can be read. */
export type GpuSurvey =
  | { readonly kind: 'found'; readonly source: GpuSource; readonly gpus: readonly GpuFacts[] }
  | { readonly kind: 'none'; readonly reason: string };

/** Looks for GPUs; the only thing of the doctor that may load a library of the driver. */
export type GpuSurveyor = (host: Pick<DoctorHost, 'run' | 'files'>) => Promise<GpuSurvey>;

/** The Docker Engine of this host, or why it cannot be used. */
export type DockerSurvey =
  | {
      readonly kind: 'reachable';
      readonly version: string | null;
      /** Names of the runtimes that it knows, such as `runc` and `nvidia`. */
      readonly runtimes: readonly string[];
      /** Kinds of devices that the container device interface offers, such as `nvidia.com/gpu`. */
      readonly devices: readonly string[];
    }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** What the doctor may read of a host. A port, so that recorded hosts can be looked at instead. */
export type DoctorHost = {
  /** Without a leading `v`. */
  readonly nodeVersion: string;
  /** Cores that this process may use, limits of a container included. */
  readonly cores: number;
  /** Memory that this process may use, limits of a container included; in bytes. */
  readonly memoryBytes: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: HostFiles;
  readonly run: CommandRunner;
  /** Size of /dev/shm in bytes; `null` where there is none. */
  readonly sharedMemoryBytes: () => Promise<number | null>;
  readonly docker: () => Promise<DockerSurvey>;
  readonly gpus: () => Promise<GpuSurvey>;
  /** Whether something listens at an address already. */
  readonly isListening: (url: string) => Promise<boolean>;
};
