import { PerformanceObserver, performance } from 'node:perf_hooks';
import { LatencyHistogram } from './latency-histogram.ts';

/** What a load worker knows about its own condition during a stage. Shares are 0 to 1, times microseconds. */
export type WorkerHealth = {
  readonly cpuShare: number | null;
  readonly cpuMicros: number | null;
  readonly eventLoopDelayP99: number | null;
  /** Garbage collection: how often, how long together and how long at most, in microseconds. */
  readonly pauses: { readonly count: number; readonly total: number; readonly longest: number };
};

const tickMillis = 10;
/** Node's timers count whole milliseconds, so a tick is up to one late on an idle loop. */
const timerResolution = 1000;

/** Watches the thread it was made in: how late a steady tick comes, and how much of the time the thread computes. */
export class HealthWatch {
  readonly #delays = new LatencyHistogram();
  readonly #startedAt = performance.now();
  readonly #cpuAtStart = threadCpuMicros();
  readonly #loopAtStart = performance.eventLoopUtilization();
  readonly #interval: NodeJS.Timeout;
  #last = performance.now();
  readonly #pauses = { count: 0, total: 0, longest: 0 };
  readonly #collections = new PerformanceObserver((list) => this.#collected(list.getEntries()));

  constructor() {
    this.#interval = setInterval(() => this.#tick(), tickMillis);
    this.#interval.unref();
    this.#collections.observe({ entryTypes: ['gc'] });
  }

  /** The share of the time so far in which the thread computed. */
  get cpuShare(): number | null {
    return this.#shareOf(this.#cpuMicros());
  }

  stop(): WorkerHealth {
    clearInterval(this.#interval);
    this.#collected(this.#collections.takeRecords());
    this.#collections.disconnect();
    const cpuMicros = this.#cpuMicros();
    return {
      cpuMicros,
      cpuShare: this.#shareOf(cpuMicros),
      eventLoopDelayP99: this.#delays.valueAtQuantile(0.99),
      pauses: { ...this.#pauses },
    };
  }

  #cpuMicros(): number | null {
    const now = threadCpuMicros();
    return now === null || this.#cpuAtStart === null ? null : now - this.#cpuAtStart;
  }

  #shareOf(cpuMicros: number | null): number | null {
    const elapsed = (performance.now() - this.#startedAt) * 1000;
    if (elapsed <= 0) return null;
    if (cpuMicros === null) return performance.eventLoopUtilization(this.#loopAtStart).utilization;
    return Math.min(1, cpuMicros / elapsed);
  }

  /** A collection's duration is in milliseconds. */
  #collected(entries: readonly { readonly duration: number }[]): void {
    for (const { duration } of entries) {
      this.#pauses.count++;
      this.#pauses.total += duration * 1000;
      this.#pauses.longest = Math.max(this.#pauses.longest, duration * 1000);
    }
  }

  #tick(): void {
    const now = performance.now();
    this.#delays.record(Math.max(0, (now - this.#last - tickMillis) * 1000 - timerResolution));
    this.#last = now;
  }
}

/** CPU time of this thread; Node versions without the call leave the event loop's busy share as the measure. */
function threadCpuMicros(): number | null {
  if (typeof process.threadCpuUsage !== 'function') return null;
  const usage = process.threadCpuUsage();
  return usage.user + usage.system;
}
