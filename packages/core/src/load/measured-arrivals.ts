import type { StageLimit, WarmupLimit } from '../plan/planned-stage.ts';
import type { ArrivalSchedule } from '../schedule/arrival-schedule.ts';

/**
 * Which arrivals of a schedule warm up, and which is the first and the last that is measured. It looks at the schedule
 * alone, so every worker finds the same ones.
 */
export class MeasuredArrivals {
  readonly #schedule: ArrivalSchedule;
  readonly #stop: StageLimit;
  /** Arrivals of a counted warm-up, else 0. */
  readonly #warmupCount: number;
  /** Microseconds from the start to the end of a timed warm-up, else 0. */
  #warmupMicros: number;
  #first: number | null = null;
  /** Where a stage of a time starts to count it, in microseconds from the start. */
  #measuredFrom = 0;

  constructor(schedule: ArrivalSchedule, warmup: WarmupLimit, stop: StageLimit) {
    this.#schedule = schedule;
    this.#stop = stop;
    this.#warmupCount = warmup.kind === 'requests' ? warmup.count : 0;
    this.#warmupMicros = warmup.kind === 'requests' ? 0 : warmup.micros;
  }

  /** A warm-up of open length ends at this instant, in microseconds from the start. */
  endWarmup(instant: number): void {
    this.#warmupMicros = Math.min(this.#warmupMicros, instant);
  }

  isWarmup(index: number, instant: number): boolean {
    return index < this.#warmupCount || instant < this.#warmupMicros;
  }

  /** Whether a measured arrival is the first of them. */
  isFirst(index: number): boolean {
    return this.#firstAtOrBefore(index) === index;
  }

  /** Whether no later arrival is planned. */
  isLast(index: number): boolean {
    return this.isBeyond(index + 1) || this.#schedule.at(index + 1) === null;
  }

  /** Whether an arrival is not sent any more: its stage has its number of requests, or its time. */
  isBeyond(index: number): boolean {
    const instant = this.#schedule.at(index);
    if (instant === null || this.isWarmup(index, instant)) return false;
    const first = this.#firstAtOrBefore(index);
    if (this.#stop.kind === 'requests') return index - first >= this.#stop.count;
    return instant >= this.#measuredFrom + this.#stop.micros;
  }

  /** The first measured arrival, found by looking back from a measured one. */
  #firstAtOrBefore(index: number): number {
    if (this.#first !== null) return this.#first;
    let first = index;
    while (first > 0) {
      const before = this.#schedule.at(first - 1);
      if (before === null || this.isWarmup(first - 1, before)) break;
      first--;
    }
    this.#first = first;
    // A timed warm-up ends at its time, a counted one with the arrival after it.
    this.#measuredFrom = this.#warmupCount > 0 ? (this.#schedule.at(first) ?? 0) : this.#warmupMicros;
    return first;
  }
}
