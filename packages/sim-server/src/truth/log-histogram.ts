/** Buckets per doubling: a value is known to within 1 / 256. */
const SUB_BUCKETS = 256;
const SUB_BITS = 8;
const DOUBLINGS = 32;

/**
 * A histogram of microseconds in log-linear buckets (relative error below 0.2 %), in constant memory and a few
 * nanoseconds per value. Mean, minimum and maximum are exact.
 */
export class LogHistogram {
  private readonly counts = new Float64Array(SUB_BUCKETS * DOUBLINGS);
  private sum = 0;
  private smallest = Number.POSITIVE_INFINITY;
  private largest = 0;
  count = 0;

  record(micros: number): void {
    const value = Math.max(micros, 0);
    const bucket = bucketOf(value);
    this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    this.count += 1;
    this.sum += value;
    if (value < this.smallest) this.smallest = value;
    if (value > this.largest) this.largest = value;
  }

  clear(): void {
    this.counts.fill(0);
    this.count = 0;
    this.sum = 0;
    this.smallest = Number.POSITIVE_INFINITY;
    this.largest = 0;
  }

  /** The mean in microseconds, or null without values. */
  mean(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  /** The value (microseconds) that a share of all values does not exceed, or null without values. */
  percentile(share: number): number | null {
    if (this.count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.count));
    let seen = 0;
    for (let bucket = 0; bucket < this.counts.length; bucket += 1) {
      seen += this.counts[bucket] ?? 0;
      if (seen >= rank) return Math.min(this.largest, Math.max(this.smallest, middleOf(bucket)));
    }
    return this.largest;
  }

  /** How many values are at most `micros`, to the precision of the buckets. */
  countUpTo(micros: number): number {
    const last = bucketOf(micros);
    let seen = 0;
    for (let bucket = 0; bucket <= last; bucket += 1) seen += this.counts[bucket] ?? 0;
    return seen;
  }

  summary(): DistributionSummary {
    return {
      count: this.count,
      mean: this.mean(),
      min: this.count === 0 ? null : this.smallest,
      max: this.count === 0 ? null : this.largest,
      p50: this.percentile(0.5),
      p90: this.percentile(0.9),
      p95: this.percentile(0.95),
      p99: this.percentile(0.99),
      p999: this.percentile(0.999),
    };
  }
}

/** Microseconds; null where there is no value. */
export interface DistributionSummary {
  readonly count: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly p999: number | null;
}

function bucketOf(value: number): number {
  const whole = Math.min(value, 4294967295) >>> 0;
  if (whole < SUB_BUCKETS) return whole;
  const shift = 31 - Math.clz32(whole) - SUB_BITS;
  return SUB_BUCKETS * (shift + 1) + ((whole >>> shift) & (SUB_BUCKETS - 1));
}

function middleOf(bucket: number): number {
  if (bucket < SUB_BUCKETS) return bucket + 0.5;
  const shift = Math.floor(bucket / SUB_BUCKETS) - 1;
  const low = (SUB_BUCKETS + (bucket % SUB_BUCKETS)) * 2 ** shift;
  return low + 2 ** shift / 2;
}
