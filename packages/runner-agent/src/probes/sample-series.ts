/** Samples of one quantity in one stretch of time; a stretch without samples is not there: the gap shows. */
export type SeriesPoint = {
  /** The stretch, in microseconds of the run's clock. */
  readonly start: number;
  readonly end: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
};

type Bin = { index: number; sum: number; min: number; max: number; samples: number };

/**
 * A quantity over a whole run in bounded memory. Stretches lie on a grid that starts at the run's zero; when there are
 * too many, each two become one and the grid's step doubles. Nothing is interpolated: of a stretch only what was sampled
 * in it is told.
 */
export class SampleSeries {
  readonly #capacity: number;
  #stepMicros: number;
  #bins: Bin[] = [];

  /** `stepMicros` is the first step of the grid, such as the period of the samples. */
  constructor(stepMicros: number, capacity = 600) {
    this.#stepMicros = stepMicros;
    this.#capacity = Math.max(2, capacity);
  }

  /** Instants must not fall. `null` adds nothing: the quantity was not told. */
  add(at: number, value: number | null): void {
    if (value === null) return;
    const index = Math.floor(at / this.#stepMicros);
    const bin: Bin = { index, sum: value, min: value, max: value, samples: 1 };
    const last = this.#bins.at(-1);
    if (last !== undefined && last.index === index) merge(last, bin);
    else this.#bins.push(bin);
    while (this.#bins.length > this.#capacity) this.#coarsen();
  }

  get stepMicros(): number {
    return this.#stepMicros;
  }

  points(): SeriesPoint[] {
    return this.#bins.map(({ index, max, min, samples, sum }) => ({
      start: index * this.#stepMicros,
      end: (index + 1) * this.#stepMicros,
      mean: sum / samples,
      min,
      max,
      samples,
    }));
  }

  #coarsen(): void {
    this.#stepMicros *= 2;
    const coarser: Bin[] = [];
    for (const bin of this.#bins) {
      const moved = { ...bin, index: Math.floor(bin.index / 2) };
      const last = coarser.at(-1);
      if (last !== undefined && last.index === moved.index) merge(last, moved);
      else coarser.push(moved);
    }
    this.#bins = coarser;
  }
}

function merge(into: Bin, other: Bin): void {
  into.sum += other.sum;
  into.min = Math.min(into.min, other.min);
  into.max = Math.max(into.max, other.max);
  into.samples += other.samples;
}
