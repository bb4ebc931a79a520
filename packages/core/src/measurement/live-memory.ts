import { type ErrorClass, errorClasses } from '../transport/error-class.ts';
import { addCoarse, type CoarseCounts, coarseBucketCount } from './coarse-buckets.ts';
import type { LatencyHistogram } from './latency-histogram.ts';

/** The latencies that a worker shares while a stage runs, in the order of their place in the memory. */
const liveLatencies = ['ttft', 'tokenGap', 'startLag'] as const;
export type LiveLatencyName = (typeof liveLatencies)[number];

/** Places before the errors and the histograms. */
const cpuPlace = 0;
const droppedPlace = 1;
const latePlace = 2;
const counterPlaces = 3;
const errorsEnd = counterPlaces + errorClasses.length;
const places = errorsEnd + liveLatencies.length * coarseBucketCount;

/**
 * What one load worker shares of the stage that runs, beside its progress: a worker writes its own, the main thread reads
 * all of them. Doubles, as a count of 32 bits is full after half a day of 100,000 events a second:
 *
 *     cpu | dropped | late | failed by class ... | ttft by bucket ... | tokenGap ... | startLag ...
 */
export type LiveMemory = SharedArrayBuffer;

export const createLiveMemory = (): LiveMemory =>
  new SharedArrayBuffer(places * Float64Array.BYTES_PER_ELEMENT);

/** Before a stage, when the worker writes nothing. */
export function clearLiveMemory(memory: LiveMemory): void {
  new Float64Array(memory).fill(0);
}

const histogramIn = (memory: LiveMemory, name: LiveLatencyName): Float64Array =>
  new Float64Array(
    memory,
    (errorsEnd + liveLatencies.indexOf(name) * coarseBucketCount) * Float64Array.BYTES_PER_ELEMENT,
    coarseBucketCount,
  );

/** The worker's side: takes over what its recorder has counted, ten times a second, so that no event costs anything more. */
export class LiveWriter {
  readonly #counters: Float64Array;
  readonly #latencies: Readonly<Record<LiveLatencyName, Float64Array>>;
  readonly #sum = new Float64Array(coarseBucketCount);

  constructor(memory: LiveMemory) {
    this.#counters = new Float64Array(memory, 0, errorsEnd);
    this.#latencies = {
      ttft: histogramIn(memory, 'ttft'),
      tokenGap: histogramIn(memory, 'tokenGap'),
      startLag: histogramIn(memory, 'startLag'),
    };
  }

  /** The counts of fine histograms together. A reader never sees one that falls: each bucket is written once, as its sum. */
  latency(name: LiveLatencyName, parts: readonly LatencyHistogram[]): void {
    this.#sum.fill(0);
    for (const { buckets } of parts) addCoarse(buckets, this.#sum);
    this.#latencies[name].set(this.#sum);
  }

  /** Failed requests by class. */
  errors(counts: Readonly<Record<ErrorClass, number>>): void {
    for (const [index, name] of errorClasses.entries()) this.#counters[counterPlaces + index] = counts[name];
  }

  /** Arrivals that the cap dropped and held back. */
  arrivals(dropped: number, late: number): void {
    this.#counters[droppedPlace] = dropped;
    this.#counters[latePlace] = late;
  }

  /** The share of a core that the worker used since the stage started. */
  cpu(share: number): void {
    this.#counters[cpuPlace] = share;
  }
}

/** What the workers of a stage have counted together; each count only rises while a stage runs. */
export type LiveReading = {
  readonly latencies: Readonly<Record<LiveLatencyName, CoarseCounts>>;
  readonly errors: Readonly<Partial<Record<ErrorClass, number>>>;
  readonly dropped: number;
  readonly late: number;
  /** Of the busiest worker, 0 to 1; `null` where none has said. */
  readonly clientCpu: number | null;
};

/** The main thread's side: reads what all workers have written so far. */
export function readLiveMemories(memories: readonly LiveMemory[]): LiveReading {
  const sums = new Float64Array(places);
  let cpu = 0;
  for (const memory of memories) {
    const counts = new Float64Array(memory);
    cpu = Math.max(cpu, counts[cpuPlace] as number);
    for (let place = 0; place < places; place++)
      sums[place] = (sums[place] as number) + (counts[place] as number);
  }
  const errors = errorClasses.map((name, index) => [name, sums[counterPlaces + index] as number] as const);
  return {
    latencies: {
      ttft: countsOf(sums, 'ttft'),
      tokenGap: countsOf(sums, 'tokenGap'),
      startLag: countsOf(sums, 'startLag'),
    },
    errors: Object.fromEntries(errors.filter(([, count]) => count > 0)),
    dropped: sums[droppedPlace] as number,
    late: sums[latePlace] as number,
    clientCpu: cpu > 0 ? cpu : null,
  };
}

function countsOf(sums: Float64Array, name: LiveLatencyName): CoarseCounts {
  const start = errorsEnd + liveLatencies.indexOf(name) * coarseBucketCount;
  const counts: number[] = [];
  for (let bucket = 0; bucket < coarseBucketCount; bucket++) {
    const count = sums[start + bucket] as number;
    if (count > 0) counts.push(bucket, count);
  }
  return counts;
}
