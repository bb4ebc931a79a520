import type { GpuProcess, GpuReader, GpuReading } from '../gpu/gpu-reader.ts';
import type { HostLoad } from './host-load.ts';
import type { GpuSample, ProbeSample, SubjectSample } from './probe-sample.ts';
import type { SubjectReader, SubjectReading } from './subject-reader.ts';

/** The clock of a run, in microseconds from its zero. */
export type ProbeClock = { now(): number };

/** What a sampler reads; `gpu` is `null` where the host has none. */
export type ProbeReaders = {
  readonly gpu: GpuReader | null;
  readonly host: HostLoad;
};

type Watched = { readonly reader: SubjectReader; last: { at: number; cpuSeconds: number } | null };

/** Takes one sample after another of GPUs, host and the servers that it was told to watch. */
export class Sampler {
  readonly #readers: ProbeReaders;
  readonly #clock: ProbeClock;
  readonly #watched = new Map<string, Watched>();

  constructor(readers: ProbeReaders, clock: ProbeClock) {
    this.#readers = readers;
    this.#clock = clock;
  }

  /** Watches a server from the next sample on; another one of the same name is forgotten. */
  watch(name: string, reader: SubjectReader): void {
    this.#watched.set(name, { reader, last: null });
  }

  forget(name: string): void {
    this.#watched.delete(name);
  }

  sample(): ProbeSample {
    const at = this.#clock.now();
    const readings = this.#readers.gpu?.read(at) ?? [];
    const pids = new Map<string, ReadonlySet<number>>();
    const subjects = [...this.#watched].map(([name, watched]) => {
      const readAt = this.#clock.now();
      const reading = watched.reader.read(readAt);
      pids.set(name, reading.pids);
      return subjectSample(name, watched, reading, readAt);
    });
    return {
      at,
      gpus: readings.map((reading) => gpuSample(reading, pids)),
      gpuProblem: this.#readers.gpu?.problem() ?? null,
      subjects,
      host: this.#readers.host.read(at),
    };
  }
}

function subjectSample(name: string, watched: Watched, reading: SubjectReading, at: number): SubjectSample {
  const { cpuSeconds, pids, ...figures } = reading;
  const { last } = watched;
  watched.last = cpuSeconds === null ? null : { at, cpuSeconds };
  const seconds = last === null ? 0 : (at - last.at) / 1e6;
  const cores =
    last === null || cpuSeconds === null || seconds <= 0 ? null : (cpuSeconds - last.cpuSeconds) / seconds;
  return { name, ...figures, processes: pids.size, cores };
}

function gpuSample(reading: GpuReading, pids: ReadonlyMap<string, ReadonlySet<number>>): GpuSample {
  return {
    at: reading.at,
    devices: reading.devices.map(({ processes, ...figures }) => ({
      ...figures,
      servers: Object.fromEntries([...pids].map(([name, own]) => [name, heldBy(own, processes)])),
    })),
  };
}

/**
 * The bytes that some processes hold on a GPU. None of them in a list of others is no proof that they hold nothing: the
 * driver may count pids as the host does and this process as a container does. Then it is unknown.
 */
function heldBy(pids: ReadonlySet<number>, processes: readonly GpuProcess[] | null): number | null {
  if (processes === null) return null;
  const own = processes.filter(({ pid }) => pids.has(pid));
  if (own.length === 0) return processes.length === 0 ? 0 : null;
  return own.reduce<number | null>(
    (sum, { usedBytes }) => (sum === null || usedBytes === null ? null : sum + usedBytes),
    0,
  );
}
