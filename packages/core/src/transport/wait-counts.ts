/** Steps per doubling, so that a percentile is good to an eighth; below as many microseconds, one step each. */
const steps = 8;
const stepBits = 3;
const octaves = 25;

/** Counts of short times in a fixed few hundred steps: cheap enough for every read of a socket. */
export class WaitCounts {
  readonly #counts = new Float64Array(steps * octaves);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Counts a time in microseconds, at least 0; what is longer than two minutes counts as that. */
  add(micros: number): void {
    const step = stepOf(micros);
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#total++;
  }

  /** The upper edge of the step in which the quantile lies, in microseconds; `null` when nothing was counted. */
  quantile(share: number): number | null {
    if (this.#total === 0) return null;
    let left = Math.ceil(share * this.#total);
    const step = this.#counts.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return upperEdge(step);
  }
}

function stepOf(micros: number): number {
  if (micros < steps) return micros > 0 ? Math.floor(micros) : 0;
  const whole = Math.min(micros, 2 ** 27 - 1);
  const octave = 31 - Math.clz32(whole);
  return Math.min(
    (octave - stepBits + 1) * steps + ((whole >> (octave - stepBits)) & (steps - 1)),
    steps * octaves - 1,
  );
}

function upperEdge(step: number): number {
  if (step < steps) return step + 1;
  const shift = Math.floor(step / steps) - 1;
  return (steps + (step % steps) + 1) * 2 ** shift;
}
