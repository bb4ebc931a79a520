import type { GpuSource } from '../gpu/gpu-reader.ts';
import type { HostReading } from './host-load.ts';
import type { GpuSample, ProbeSample, SubjectSample } from './probe-sample.ts';
import { ProbeSeries } from './probe-series.ts';

/** Where the figures of a record come from. `gpuReason` says why there are no GPUs. */
export type ProbeOrigin = {
  readonly gpuSource: GpuSource | null;
  readonly gpuReason: string | null;
  /** Names of the GPUs by index, as far as they were read. */
  readonly gpuNames: Readonly<Record<number, string | null>>;
  readonly rateHz: number;
};

type Dated<Value> = Value & { readonly at: number };

/** An hour at five samples a second; what is older is forgotten, and a span that needs it reads as not sampled. */
const defaultCapacity = 18_000;

/**
 * The samples of a run. Spans are described from the newest samples, when they have ended; of the whole run there are
 * series, coarser the longer it is.
 */
export class ProbeRecord {
  readonly origin: ProbeOrigin;
  readonly #capacity: number;
  readonly #gpus: GpuSample[] = [];
  readonly #subjects = new Map<string, Dated<SubjectSample>[]>();
  readonly #host: Dated<HostReading>[] = [];
  readonly series: ProbeSeries;
  #gpuProblem: string | null = null;

  constructor(origin: ProbeOrigin, capacity = defaultCapacity) {
    this.origin = origin;
    this.#capacity = capacity;
    this.series = new ProbeSeries(origin.rateHz);
  }

  add(sample: ProbeSample): void {
    this.#gpuProblem = sample.gpuProblem ?? this.#gpuProblem;
    this.series.add(sample);
    for (const gpu of sample.gpus) this.#keep(this.#gpus, gpu);
    if (sample.host !== null) this.#keep(this.#host, { ...sample.host, at: sample.at });
    for (const subject of sample.subjects) {
      const kept = this.#subjects.get(subject.name) ?? [];
      this.#subjects.set(subject.name, kept);
      this.#keep(kept, { ...subject, at: sample.at });
    }
  }

  /** Says why no samples come any more. */
  fail(reason: string): void {
    this.#gpuProblem = reason;
  }

  get host(): readonly Dated<HostReading>[] {
    return this.#host;
  }

  get gpus(): readonly GpuSample[] {
    return this.#gpus;
  }

  /** Why there were no GPU samples, now or before; `null` where nothing went wrong. */
  get gpuReason(): string | null {
    return this.origin.gpuReason ?? this.#gpuProblem;
  }

  subject(name: string): readonly Dated<SubjectSample>[] {
    return this.#subjects.get(name) ?? [];
  }

  /** A tenth too many is let in before the oldest go, so that a list is not moved at every sample. */
  #keep<Value>(list: Value[], value: Value): void {
    list.push(value);
    if (list.length > this.#capacity * 1.1) list.splice(0, list.length - this.#capacity);
  }
}
